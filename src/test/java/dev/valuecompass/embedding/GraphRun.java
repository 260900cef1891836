package dev.valuecompass.embedding;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;

/** Runs steps on rows of numbers, each step as it was written. */
final class GraphRun {
    /** The rows that steps begin with, as floats: what {@link #run} is given, divided by {@link #UNIT}. */
    static final String ROWS = "input rows";

    static final float UNIT = 4_096;

    private GraphRun() {}

    /** A graph in which {@link #ROWS} stands. */
    static GraphWriter graph() {
        GraphWriter graph = new GraphWriter();
        graph.longs("first", 0);
        graph.number("unit", UNIT);
        graph.cast("in", DataType.FLOAT, "input in units");
        graph.step("Div", List.of("input in units", "unit"), ROWS);
        return graph;
    }

    /** @return of the only text its rows */
    static float[][] run(GraphWriter graph, String output, long[][] rows) throws OrtException {
        graph.step("Unsqueeze", List.of(output, "first"), "result");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            // It would warn of constants that the steps at hand leave unused.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            try (OrtSession session = environment.createSession(graph.model("in", "result", 2), options);
                    OnnxTensor input = OnnxTensor.createTensor(environment, rows);
                    OrtSession.Result result = session.run(Map.of("in", input))) {
                return ((float[][][]) result.get(0).getValue())[0];
            }
        }
    }
}
