package dev.valuecompass.embedding.graph;

import static dev.valuecompass.embedding.graph.GraphWriter.real;
import static dev.valuecompass.embedding.graph.GraphWriter.whole;

import java.util.List;
import java.util.stream.Stream;

/**
 * A published BERT encoder (Devlin et al. 2019, arXiv 1810.04805) whose linear steps have weights in 8 bits, with its steps
 * written anew so that <em>each token is put into 8 bits by itself</em>, by a scale of its own, and not by the one of all
 * tokens that are encoded together (dynamic quantisation per token, as in Yao et al. 2022, arXiv 2206.01861, section 4).
 *
 * <p>So a text's states do not depend, to the bit, on which texts of the same length are encoded beside it; and they lie
 * nearer to what the same weights give without any rounding. The weights are those of the file, to the bit; attention,
 * normalisation and GELU are single operators of the runtime, GELU in its tanh form (Hendrycks and Gimpel 2016, arXiv
 * 1606.08415, section 2).
 */
public final class TokenwiseBert {
    /** Of these steps: another one wherever the same file could come to give other states. */
    public static final String VERSION = "tokenwise-1";

    /** {@code int64[texts][tokens]}: token ids of texts of one length, without padding. */
    public static final String INPUT = "input_ids";
    /** {@code float[texts][tokens][width]}: the last layer's state of each token. */
    public static final String OUTPUT = "last_hidden_state";

    private static final String WORDS = "embeddings.word_embeddings.weight";
    private static final String PLACES = "embeddings.position_embeddings.weight";
    private static final String SEGMENTS = "embeddings.token_type_embeddings.weight";
    private static final int HEADS = 12;
    private static final float EPSILON = 1e-12f;
    /** One row for each token of all texts. */
    private static final String ROWS = "rows by width";

    private final PublishedModel published;
    private final GraphWriter graph = new GraphWriter();
    private final TokenRounding rounding;
    private final int width;

    private TokenwiseBert(PublishedModel published) {
        this.published = published;
        this.width = published.floats("embeddings.LayerNorm.weight").length;
        this.rounding = new TokenRounding(graph);
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
        graph.longs("thirds", width, width, width);
        graph.step("Shape", List.of(INPUT), "shape");
        graph.step(
                "Concat", List.of("shape", graph.longs("width", width)), "texts by tokens by width", whole("axis", 0));
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
        return graph.step(
                "LayerNormalization",
                List.of("embedded rows", own("embeddings.LayerNorm.weight"), own("embeddings.LayerNorm.bias")),
                "layer 0 in",
                whole("axis", -1),
                real("epsilon", EPSILON));
    }

    private String looked(String table, String ids, String output) {
        String values = graph.step("Gather", List.of(own(table + "_quantized"), ids), output + " in 8 bits");
        return graph.step(
                "DequantizeLinear", List.of(values, own(table + "_scale"), own(table + "_zero_point")), output);
    }

    private String attended(int layer, String states) {
        String name = "layer " + layer + " ";
        Matrix together = Matrix.sideBySide(Stream.of("query", "key", "value")
                .map(part -> published.matrix(step(layer, "attention/self/" + part)))
                .toList());
        String all = rounding.linear(rounding.around(states), together, name + "query, key and value");
        List<String> parts = List.of(name + "query", name + "key", name + "value");
        graph.split("Split", List.of(all, "thirds"), parts, whole("axis", -1));
        List<String> inputs =
                parts.stream().map(part -> cube(part, part + " by text")).toList();
        String attention = graph.fused(
                "MultiHeadAttention",
                Stream.concat(inputs.stream(), Stream.of(attentionBias(layer, name + "attention bias")))
                        .toList(),
                name + "attention by text",
                whole("num_heads", HEADS));
        String rows = graph.step("Reshape", List.of(attention, ROWS), name + "attention");
        Matrix output = published.matrix(step(layer, "attention/output/dense"));
        String added = rounding.linear(rounding.around(rows), output, name + "attention out");
        return normalised(layer, "attention.output", List.of(added, states), name + "attended");
    }

    private String fedForward(int layer, String states) {
        String name = "layer " + layer + " ";
        Matrix wide = published.matrix(step(layer, "intermediate/dense"));
        String inner = rounding.linear(rounding.around(states), wide, name + "inner");
        String bias = own(weight(layer, "intermediate.dense.bias"));
        String bent = graph.fused("FastGelu", List.of(inner, bias), name + "bent");
        Matrix back = published.matrix(step(layer, "output/dense"));
        String added = rounding.linear(rounding.aboveGelu(bent), back, name + "inner out");
        return normalised(layer, "output", List.of(added, states), "layer " + (layer + 1) + " in");
    }

    /** The sum of both inputs and of the bias of the step that the first comes from, normalised. */
    private String normalised(int layer, String block, List<String> inputs, String output) {
        List<String> weights = Stream.of(".LayerNorm.weight", ".LayerNorm.bias", ".dense.bias")
                .map(part -> own(weight(layer, block + part)))
                .toList();
        return graph.fused(
                "SkipLayerNormalization",
                Stream.concat(inputs.stream(), weights.stream()).toList(),
                output,
                real("epsilon", EPSILON));
    }

    private String attentionBias(int layer, String name) {
        float[] all = new float[3 * width];
        int at = 0;
        for (String part : List.of("query", "key", "value")) {
            System.arraycopy(published.floats(weight(layer, "attention.self." + part + ".bias")), 0, all, at, width);
            at += width;
        }
        return graph.floats(name, all);
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
