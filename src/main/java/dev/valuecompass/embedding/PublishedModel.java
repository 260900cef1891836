package dev.valuecompass.embedding;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** What a published BERT model in 8 bits is made of, by the names in its file. */
final class PublishedModel {
    private static final String PRODUCT = "MatMulInteger";
    private static final String PRODUCT_SUFFIX = "/MatMul_quant";
    private static final String VALUES = "_quantized";
    private static final String SCALE = "_scale";

    private final Map<String, TensorProto> tensors = new HashMap<>();
    /** Of linear steps, the name of the matrix. */
    private final Map<String, String> matrices = new HashMap<>();

    private PublishedModel(ModelProto model) {
        model.getGraph().getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals(PRODUCT)) {
                String values = node.getInput(1);
                matrices.put(
                        node.getName().replace(PRODUCT_SUFFIX, ""),
                        values.substring(0, values.length() - VALUES.length()));
            }
        }
    }

    static PublishedModel parse(byte[] file) {
        try {
            return new PublishedModel(ModelProto.parseFrom(file));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the sentence model is not an ONNX file", e);
        }
    }

    boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    TensorProto tensor(String name) {
        TensorProto tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("the sentence model has no tensor \"" + name + "\"");
        }
        return tensor;
    }

    float[] floats(String name) {
        TensorProto tensor = tensor(name);
        if (tensor.getFloatDataCount() > 0) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[raw.remaining() / Float.BYTES];
        raw.asFloatBuffer().get(values);
        return values;
    }

    /** @param step such as {@code /encoder/layer.0/output/dense} */
    Matrix matrix(String step) {
        String name = matrices.get(step);
        if (name == null) {
            throw new IllegalStateException("the sentence model has no linear step \"" + step + "\"");
        }
        TensorProto values = tensor(name + VALUES);
        if (values.getDataType() != TensorProto.DataType.INT8.getNumber()
                || values.getRawData().isEmpty()) {
            throw new IllegalStateException("\"" + name + "\" of the sentence model is not in signed 8 bits");
        }
        return new Matrix(
                (int) values.getDims(0),
                (int) values.getDims(1),
                values.getRawData().toByteArray(),
                floats(name + SCALE));
    }
}
