package dev.valuecompass.embedding;

import static dev.valuecompass.embedding.GraphWriter.whole;
import static dev.valuecompass.embedding.GraphWriter.wholes;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/** Layer normalisation (Ba et al. 2016, arXiv 1607.06450) of numbers on the grid, with sums that are exact. */
final class Normalisation {
    private static final double EPSILON = 1e-12;

    private final GraphWriter graph;
    private final Grid grid;

    Normalisation(GraphWriter graph, Grid grid, int width) {
        this.graph = graph;
        this.grid = grid;
        graph.longs("last axis", -1);
        graph.exactNumber("share of a number", 1.0 / width);
        graph.exactNumber("epsilon", EPSILON);
    }

    /** @param rows rounded to the grid */
    String of(String rows, String weight, String bias, String output) {
        String exact = grid.exact(rows, output + " exact");
        String mean =
                mean(graph.step("ReduceSum", List.of(exact, "last axis"), output + " total", whole("keepdims", 1)));
        String power = mean(graph.step(
                "ReduceSumSquare", List.of(exact), output + " squares", wholes("axes", -1), whole("keepdims", 1)));
        String square = graph.step("Mul", List.of(mean, mean), output + " square of the mean");
        String variance = graph.step("Sub", List.of(power, square), output + " variance");
        String above = graph.step("Add", List.of(variance, "epsilon"), output + " variance above 0");
        String deviation = graph.step("Sqrt", List.of(above), output + " exact deviation");
        String middle = graph.cast(mean, DataType.FLOAT, output + " middle");
        String unit = graph.cast(deviation, DataType.FLOAT, output + " deviation");
        String centred = graph.step("Sub", List.of(rows, middle), output + " centred");
        String standard = graph.step("Div", List.of(centred, unit), output + " standard");
        String weighted = graph.step("Mul", List.of(standard, weight), output + " weighted");
        return graph.step("Add", List.of(weighted, bias), output);
    }

    private String mean(String sum) {
        return graph.step("Mul", List.of(sum, "share of a number"), sum + " by width");
    }
}
