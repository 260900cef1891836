package dev.valuecompass.embedding;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Writes a graph of the ONNX format down, step by step. What a step or a constant is called is what it gives back. */
final class GraphWriter {
    private static final int FORMAT = 8;
    private static final int STANDARD_OPERATORS = 17;
    /** Operators that the runtime adds to the standard ones. */
    private static final String RUNTIME = "com.microsoft";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("sentence encoder");

    /** A step of the standard. */
    String step(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return add("", operator, inputs, List.of(output), attributes);
    }

    /** A step of the standard with several outputs. */
    void split(String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        add("", operator, inputs, outputs, attributes);
    }

    /** The same numbers as others of another type. */
    String cast(String input, DataType type, String output) {
        return step("Cast", List.of(input), output, whole("to", type.getNumber()));
    }

    /** A step that the runtime knows beyond the standard. */
    String fused(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return add(RUNTIME, operator, inputs, List.of(output), attributes);
    }

    private String add(
            String domain, String operator, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .setName(outputs.get(0))
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(List.of(attributes)));
        return outputs.get(0);
    }

    String constant(String name, TensorProto tensor) {
        graph.addInitializer(tensor.toBuilder().setName(name));
        return name;
    }

    /** One number, without a dimension. */
    String number(String name, float value) {
        return raw(name, DataType.FLOAT, bytes(new float[] {value}), List.of());
    }

    /** One number of twice the precision, without a dimension. */
    String exactNumber(String name, double value) {
        return raw(name, DataType.DOUBLE, bytes(new double[] {value}), List.of());
    }

    String floats(String name, float[] values) {
        return raw(name, DataType.FLOAT, bytes(values), List.of((long) values.length));
    }

    String doubles(String name, double[] values) {
        return raw(name, DataType.DOUBLE, bytes(values), List.of((long) values.length));
    }

    String longs(String name, long... values) {
        ByteBuffer bytes = little(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return raw(name, DataType.INT64, bytes.array(), List.of((long) values.length));
    }

    /** @param values each read as 0 to 255 */
    String unsigned(String name, byte[] values, long... shape) {
        return raw(name, DataType.UINT8, values, Arrays.stream(shape).boxed().toList());
    }

    private String raw(String name, DataType type, byte[] values, List<Long> shape) {
        return constant(
                name,
                TensorProto.newBuilder()
                        .setDataType(type.getNumber())
                        .addAllDims(shape)
                        .setRawData(ByteString.copyFrom(values))
                        .build());
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = little(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer bytes = little(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static AttributeProto whole(String name, long value) {
        return attribute(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto wholes(String name, long... values) {
        return attribute(name, AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    /** @return the file of a model that turns whole numbers of two dimensions into numbers of three */
    byte[] model(String input, String output, int width) {
        graph.addInput(value(input, DataType.INT64, dimension("texts"), dimension("tokens")));
        graph.addOutput(value(
                output,
                DataType.FLOAT,
                dimension("texts"),
                dimension("tokens"),
                TensorShapeProto.Dimension.newBuilder().setDimValue(width).build()));
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .addOpsetImport(operators("", STANDARD_OPERATORS))
                .addOpsetImport(operators(RUNTIME, 1))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OperatorSetIdProto operators(String domain, int version) {
        return OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build();
    }

    private static TensorShapeProto.Dimension dimension(String name) {
        return TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
    }

    private static ValueInfoProto value(String name, DataType type, TensorShapeProto.Dimension... shape) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(TensorShapeProto.newBuilder().addAllDim(List.of(shape)))))
                .build();
    }
}
