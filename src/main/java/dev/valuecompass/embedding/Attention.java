package dev.valuecompass.embedding;

import static dev.valuecompass.embedding.GraphWriter.whole;
import static dev.valuecompass.embedding.GraphWriter.wholes;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * Attention of several heads (Vaswani et al. 2017, arXiv 1706.03762, section 3.2) on numbers of the grid: their products and sums
 * are exact, and so are those of the weights, which come from a table.
 */
final class Attention {
    private static final int HEADS = 12;
    /** Places of the table for each unit of a score: a weight is off by a thousandth at most. */
    private static final int PLACES = 512;
    /** A score that lies so far below the highest one gives a weight of 0. */
    private static final int DEPTH = 16;
    /** Weights are multiples of this share of the largest: sums of 512 products with numbers of the grid stay exact. */
    private static final double FINEST = 0x1p-20;

    private final GraphWriter graph;
    private final Grid grid;
    private final Curve weights;

    Attention(GraphWriter graph, Grid grid, int width) {
        this.graph = graph;
        this.grid = grid;
        graph.longs("thirds", width, width, width);
        graph.longs("texts by tokens by heads", 0, 0, HEADS, -1);
        graph.longs("heads side by side", -1, width);
        graph.longs("across the tokens", -1);
        graph.exactNumber("places of a score", PLACES / Math.sqrt(width / HEADS));
        this.weights = Curve.ofDoubles(graph, "attention weights", table());
    }

    /** Of each distance to the highest score. */
    private static double[] table() {
        double[] table = new double[DEPTH * PLACES];
        for (int i = 0; i < table.length; i++) {
            table[i] = Math.rint(StrictMath.exp(-(double) i / PLACES) / FINEST) * FINEST;
        }
        return table;
    }

    /**
     * @param together query, key and value of each token side by side, texts by tokens by three times the width, on the grid
     * @return rows for each token of all texts
     */
    String of(String together, String name) {
        List<String> parts = List.of(name + "queries", name + "keys", name + "values");
        graph.split("Split", List.of(together, "thirds"), parts, whole("axis", -1));
        String queries = heads(parts.get(0), wholes("perm", 0, 2, 1, 3));
        String keys = heads(parts.get(1), wholes("perm", 0, 2, 3, 1));
        String values = heads(parts.get(2), wholes("perm", 0, 2, 1, 3));
        String weights = weights(graph.step("MatMul", List.of(queries, keys), name + "scores"), name);
        String sum = graph.step(
                "ReduceSum", List.of(weights, "across the tokens"), name + "sum of weights", whole("keepdims", 1));
        String weighted = graph.step("MatMul", List.of(weights, values), name + "weighted values");
        String mean = graph.step("Div", List.of(single(weighted), single(sum)), name + "mean values");
        String back = graph.step("Transpose", List.of(mean), name + "mean values by token", wholes("perm", 0, 2, 1, 3));
        return graph.step("Reshape", List.of(back, "heads side by side"), name + "attention");
    }

    private String single(String exact) {
        return graph.cast(exact, DataType.FLOAT, exact + " in short");
    }

    private String weights(String scores, String name) {
        String highest = graph.step(
                "ReduceMax", List.of(scores), name + "highest scores", wholes("axes", -1), whole("keepdims", 1));
        String below = graph.step("Sub", List.of(highest, scores), name + "below the highest");
        String places = graph.step("Mul", List.of(below, "places of a score"), name + "places below");
        return weights.at(places, name + "weights");
    }

    private String heads(String part, AttributeProto order) {
        String split = graph.step("Reshape", List.of(part, "texts by tokens by heads"), part + " by head");
        String head = graph.step("Transpose", List.of(split), part + " of each head", order);
        return grid.exact(head, head + " exactly");
    }
}
