package dev.valuecompass.embedding;

import java.util.List;

/** GELU in its tanh form (Hendrycks and Gimpel 2016, arXiv 1606.08415, section 2), from a table. */
final class Gelu {
    /** Places of the table for each unit: a result is off by a thousandth at most. */
    private static final int PLACES = 512;
    /** Below, GELU is 0 to the sixth digit. */
    private static final int LOWEST = -6;
    /** Above, everything is taken to be as large; sentences reach 23. */
    private static final int HIGHEST = 58;
    /** What is cut off at a place is half a place off on average. */
    private static final float HALF = 0.5f;

    private final GraphWriter graph;
    private final Curve curve;

    Gelu(GraphWriter graph) {
        this.graph = graph;
        this.curve = Curve.ofFloats(graph, "gelu", table());
    }

    private static float[] table() {
        float[] table = new float[(HIGHEST - LOWEST) * PLACES];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) of(LOWEST + (double) i / PLACES);
        }
        return table;
    }

    private static double of(double x) {
        return x / 2 * (1 + StrictMath.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    /** Weights of a step that GELU follows: its product is the input of {@link #bent}. */
    Matrix inPlaces(Matrix weights) {
        return weights.times(PLACES);
    }

    /** GELU of the sum of a product in places and of a bias. */
    String bent(String product, float[] bias, String output) {
        float[] places = new float[bias.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (bias[i] - LOWEST) * PLACES + HALF;
        }
        String added = graph.step("Add", List.of(product, graph.floats(output + " bias", places)), output + " before");
        return curve.at(added, output);
    }
}
