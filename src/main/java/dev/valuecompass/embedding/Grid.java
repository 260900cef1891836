package dev.valuecompass.embedding;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * Rounds numbers to multiples of 2<sup>-12</sup>, ties to even. Of such numbers below 1,024, the sum of 384 squares fits into a
 * double to the last bit, and so does that of 32 products: they come out the same in whatever order a processor adds them up,
 * and whether or not it rounds in between. The largest number that was seen is 270.
 */
final class Grid {
    /** Floats from 2,048 to 4,096 lie 2<sup>-12</sup> apart, so a number that is added to this one is rounded to that. */
    private static final float CENTRE = 3_072;

    private static final String NAME = "centre of the grid";

    private final GraphWriter graph;

    Grid(GraphWriter graph) {
        this.graph = graph;
        graph.number(NAME, CENTRE);
    }

    /** The sum of rows and of one that is added to each, which is rounded too. */
    String sum(String rows, float[] added, String output) {
        float[] lifted = new float[added.length];
        for (int i = 0; i < added.length; i++) {
            lifted[i] = CENTRE + added[i];
        }
        String constant = graph.floats(output + " lift", lifted);
        String high = graph.step("Add", List.of(rows, constant), output + " lifted");
        return graph.step("Sub", List.of(high, NAME), output);
    }

    /** Rounded numbers as doubles, to be multiplied and added up. */
    String exact(String rounded, String output) {
        return graph.cast(rounded, DataType.DOUBLE, output);
    }
}
