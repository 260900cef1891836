package dev.valuecompass.embedding;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * A function that is looked up in a table, which was computed in Java: what processors make of {@code exp} and {@code tanh}
 * differs in the last bits.
 */
final class Curve {
    private final GraphWriter graph;
    private final String table;
    private final String first;
    private final String last;
    private final String flat;

    private Curve(GraphWriter graph, String table, String first, String last) {
        this.graph = graph;
        this.table = table;
        this.first = first;
        this.last = last;
        this.flat = graph.longs(table + " in one row", -1);
    }

    /** Looked up with floats. */
    static Curve ofFloats(GraphWriter graph, String name, float[] values) {
        String first = graph.number(name + " first", 0);
        String last = graph.number(name + " last", values.length - 1);
        return new Curve(graph, graph.floats(name, values), first, last);
    }

    /** Looked up with doubles. */
    static Curve ofDoubles(GraphWriter graph, String name, double[] values) {
        String first = graph.exactNumber(name + " first", 0);
        String last = graph.exactNumber(name + " last", values.length - 1);
        return new Curve(graph, graph.doubles(name, values), first, last);
    }

    /**
     * @param places numbers of any shape: what follows the point is cut off, and beyond its ends the table goes on as it
     *     ended
     */
    String at(String places, String output) {
        String inside = graph.step("Clip", List.of(places, first, last), output + " inside");
        String whole = graph.cast(inside, DataType.INT32, output + " places");
        String row = graph.step("Reshape", List.of(whole, flat), output + " places in one row");
        String found = graph.step("GatherElements", List.of(table, row), output + " in one row");
        String shape = graph.step("Shape", List.of(places), output + " shape");
        return graph.step("Reshape", List.of(found, shape), output);
    }
}
