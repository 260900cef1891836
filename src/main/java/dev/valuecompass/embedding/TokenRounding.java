package dev.valuecompass.embedding;

import static dev.valuecompass.embedding.GraphWriter.whole;
import static dev.valuecompass.embedding.GraphWriter.wholes;

import java.util.List;

/**
 * Linear steps on rows that are put into 8 bits one by one, each by the largest number in it.
 *
 * <p>Weights are written without a sign: with signed ones, the instructions that processors with AVX2 but without VNNI have
 * add pairs of products up in 16 bits, which are too few.
 */
final class TokenRounding {
    /** What stands for 0 among the 256 steps when numbers lie around it. */
    private static final int MIDDLE = 128;
    /** What stands for 0 when hardly anything lies below it. */
    private static final int LOW = 32;
    /** About the least that GELU gives (-0.16997 at -0.7518; in its tanh form -0.17004). */
    private static final float GELU_DEPTH = 0.17f;

    private final GraphWriter graph;

    TokenRounding(GraphWriter graph) {
        this.graph = graph;
        graph.longs("across a row", 1);
        graph.number("one", 1);
        graph.number("to the end", 1f / (255 - MIDDLE));
        graph.number("to the end from low", 1f / (255 - LOW));
        graph.number("deep enough", GELU_DEPTH / LOW);
        zero(MIDDLE);
        zero(LOW);
    }

    private void zero(int zero) {
        graph.unsigned("zero " + zero, new byte[] {(byte) zero});
        graph.unsigned("zero of a row " + zero, new byte[] {(byte) zero}, 1);
    }

    /** @param shape whose product is the number of rows of everything that is rounded */
    void rowsOf(String shape) {
        graph.step("ReduceProd", List.of(shape), "rows", whole("keepdims", 1));
        for (int zero : List.of(MIDDLE, LOW)) {
            graph.step("Expand", List.of("zero of a row " + zero, "rows"), "zeros " + zero);
        }
    }

    /** Rows in 8 bits, what a step of each stands for, and what stands for 0. */
    record Rounded(String values, String scale, int zero) {}

    /** Of rows whose numbers lie around 0. */
    Rounded around(String rows) {
        String sizes = graph.step("Abs", List.of(rows), rows + " size");
        return rounded(rows, steps(sizes, rows + " scale", "to the end"), MIDDLE);
    }

    /** Of rows that GELU gave. */
    Rounded aboveGelu(String rows) {
        String steps = steps(rows, rows + " scale upwards", "to the end from low");
        return rounded(rows, graph.step("Max", List.of(steps, "deep enough"), rows + " scale"), LOW);
    }

    private String steps(String sizes, String output, String share) {
        String largest =
                graph.step("ReduceMax", List.of(sizes), output + " largest", wholes("axes", -1), whole("keepdims", 1));
        return graph.step("Mul", List.of(largest, share), output);
    }

    private Rounded rounded(String rows, String scale, int zero) {
        String flat = graph.step("Squeeze", List.of(scale, "across a row"), scale + " of rows");
        String values = graph.step(
                "QuantizeLinear", List.of(rows, flat, "zeros " + zero), rows + " in 8 bits", whole("axis", 0));
        return new Rounded(values, scale, zero);
    }

    /** The product of rows and weights, in full numbers, without a bias: that would not be added by itself. */
    String linear(Rounded rows, Matrix weights, String output) {
        String values = graph.unsigned(output + " weights", weights.unsigned(), weights.rows(), weights.columns());
        String scales = graph.floats(output + " scales", weights.scales());
        String product = graph.fused(
                "MatMulIntegerToFloat",
                List.of(rows.values(), values, "one", scales, "zero " + rows.zero(), "zero " + Matrix.ZERO),
                output + " in steps");
        return graph.step("Mul", List.of(product, rows.scale()), output);
    }
}
