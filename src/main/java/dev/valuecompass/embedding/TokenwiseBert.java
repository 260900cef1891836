package dev.valuecompass.embedding;

import static dev.valuecompass.embedding.GraphWriter.whole;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A published BERT encoder (Devlin et al. 2019, arXiv 1810.04805) whose linear steps have weights in 8 bits, with its steps
 * written anew so that <em>each token is put into 8 bits by itself</em>, by a scale of its own, and not by the one of all
 * tokens that are encoded together (dynamic quantisation per token, as in Yao et al. 2022, arXiv 2206.01861, section 4).
 *
 * <p>So a text's states do not depend, to the bit, on which texts of the same length are encoded beside it; and they lie
 * nearer to what the same weights give without any rounding. The weights are those of the file, to the bit.
 *
 * <p>Nor do they depend on the processor. A step either rounds once, as IEEE 754 prescribes for every processor, or it adds up
 * numbers whose sums are exact in any order: whole numbers in 32 bits ({@link TokenRounding}) or multiples of a power of two in
 * doubles ({@link Grid}). Functions come from tables ({@link Curve}). The runtime's own attention, normalisation and GELU do
 * neither, so none of them is used.
 */
public final class TokenwiseBert {
    /** Of these steps: another one wherever the same file could come to give other states. */
    public static final String VERSION = "exact-1";

    /** {@code int64[texts][tokens]}: token ids of texts of one length, without padding. */
    public static final String INPUT = "input_ids";
    /** {@code float[texts][tokens][width]}: the last layer's state of each token. */
    public static final String OUTPUT = "last_hidden_state";

    private static final String WORDS = "embeddings.word_embeddings.weight";
    private static final String PLACES = "embeddings.position_embeddings.weight";
    private static final String SEGMENTS = "embeddings.token_type_embeddings.weight";
    /** One row for each token of all texts. */
    private static final String ROWS = "rows by width";

    private final PublishedModel published;
    private final GraphWriter graph = new GraphWriter();
    private final TokenRounding rounding;
    private final Grid grid;
    private final Normalisation normalisation;
    private final Attention attention;
    private final Gelu gelu;
    private final int width;

    private TokenwiseBert(PublishedModel published) {
        this.published = published;
        this.width = published.floats("embeddings.LayerNorm.weight").length;
        this.rounding = new TokenRounding(graph);
        this.grid = new Grid(graph);
        this.normalisation = new Normalisation(graph, grid, width);
        this.attention = new Attention(graph, grid, width);
        this.gelu = new Gelu(graph);
    }

    /**
     * @param file the published model
     * @return a model of the same weights from {@link #INPUT} to {@link #OUTPUT}
     * @throws IllegalStateException when the file is of another kind
     */
    public static byte[] of(byte[] file) {
        return new TokenwiseBert(PublishedModel.parse(file)).written();
    }

    private byte[] written() {
        graph.longs(ROWS, -1, width);
        graph.longs("first", 0);
        graph.longs("second", 1);
        graph.step("Shape", List.of(INPUT), "shape");
        graph.step("Concat", List.of("shape", graph.longs("rest", -1)), "texts by tokens by width", whole("axis", 0));
        rounding.rowsOf("shape");
        String states = embedded();
        for (int layer = 0; published.has(weight(layer, "output.dense.bias")); layer++) {
            states = fedForward(layer, attended(layer, states));
        }
        cube(states, OUTPUT);
        return graph.model(INPUT, OUTPUT, width);
    }

    private String embedded() {
        graph.constant("all places", published.tensor("embeddings.position_ids"));
        graph.step("Gather", List.of("shape", "second"), "length");
        graph.step("Slice", List.of("all places", "first", "length", "second", "second"), "places");
        String words = looked(WORDS, INPUT, "words");
        String placed = graph.step("Add", List.of(words, looked(PLACES, "places", "placing")), "placed words");
        graph.step("Add", List.of(placed, looked(SEGMENTS, "first", "segment")), "embedded");
        graph.step("Reshape", List.of("embedded", ROWS), "embedded rows");
        String rows = grid.sum("embedded rows", new float[width], "embedded on the grid");
        return normalised("embeddings", rows, "layer 0 in");
    }

    private String looked(String table, String ids, String output) {
        String zero = graph.cast(own(table + "_zero_point"), DataType.FLOAT, output + " zero");
        String values = graph.step("Gather", List.of(own(table + "_quantized"), ids), output + " in 8 bits");
        String lifted = graph.cast(values, DataType.FLOAT, output + " above zero");
        String steps = graph.step("Sub", List.of(lifted, zero), output + " in steps");
        return graph.step("Mul", List.of(steps, own(table + "_scale")), output);
    }

    private String attended(int layer, String states) {
        String name = "layer " + layer + " ";
        Matrix weights = Matrix.sideBySide(Stream.of("query", "key", "value")
                .map(part -> published.matrix(step(layer, "attention/self/" + part)))
                .toList());
        String product = rounding.linear(rounding.around(states), weights, name + "query, key and value");
        String rounded = grid.sum(product, attentionBias(layer), name + "attention in");
        String rows = attention.of(cube(rounded, name + "attention in by text"), name);
        Matrix output = published.matrix(step(layer, "attention/output/dense"));
        String added = rounding.linear(rounding.around(rows), output, name + "attention out");
        return normalised(layer, "attention.output", List.of(added, states), name + "attended");
    }

    private String fedForward(int layer, String states) {
        String name = "layer " + layer + " ";
        Matrix wide = gelu.inPlaces(published.matrix(step(layer, "intermediate/dense")));
        String inner = rounding.linear(rounding.around(states), wide, name + "inner");
        String bent = gelu.bent(inner, published.floats(weight(layer, "intermediate.dense.bias")), name + "bent");
        Matrix back = published.matrix(step(layer, "output/dense"));
        String added = rounding.linear(rounding.aboveGelu(bent), back, name + "inner out");
        return normalised(layer, "output", List.of(added, states), "layer " + (layer + 1) + " in");
    }

    /** The sum of both inputs and of the bias of the step that the first comes from, normalised. */
    private String normalised(int layer, String block, List<String> inputs, String output) {
        String both = graph.step("Add", inputs, output + " both");
        float[] bias = published.floats(weight(layer, block + ".dense.bias"));
        return normalised("encoder.layer." + layer + "." + block, grid.sum(both, bias, output + " sum"), output);
    }

    private String normalised(String block, String rows, String output) {
        return normalisation.of(rows, own(block + ".LayerNorm.weight"), own(block + ".LayerNorm.bias"), output);
    }

    private float[] attentionBias(int layer) {
        FloatBuffer all = FloatBuffer.allocate(3 * width);
        for (String part : List.of("query", "key", "value")) {
            all.put(published.floats(weight(layer, "attention.self." + part + ".bias")));
        }
        return all.array();
    }

    private String cube(String rows, String output) {
        return graph.step("Reshape", List.of(rows, "texts by tokens by width"), output);
    }

    /** A tensor that is taken over as it is. */
    private String own(String name) {
        return graph.constant(name, published.tensor(name));
    }

    private static String step(int layer, String part) {
        return "/encoder/layer." + layer + "/" + part;
    }

    private static String weight(int layer, String part) {
        return "encoder.layer." + layer + "." + part;
    }
}
