package dev.valuecompass.pipeline.items;

import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.StoredEncoder;
import dev.valuecompass.pipeline.setup.Recognizers;
import java.nio.file.Path;

/** The sentence encoder over the vectors that runs keep on the disk; loaded when it is first needed. By one thread. */
public final class VectorSource implements AutoCloseable {
    private static final int CACHE = 20_000;

    private final Path runs;
    private E5Encoder model;
    private StoredEncoder stored;
    private SentenceEncoder encoder;

    /** @param runs folder of the run stores */
    public VectorSource(Path runs) {
        this.runs = runs;
    }

    /** Loads the model when it is first asked for, a second or so. */
    public SentenceEncoder encoder() {
        if (encoder == null) {
            model = new E5Encoder();
            stored = new StoredEncoder(model, runs.resolve(Recognizers.VECTORS));
            encoder = new CachingEncoder(stored, CACHE);
        }
        return encoder;
    }

    @Override
    public void close() {
        if (stored != null) {
            stored.close();
            model.close();
        }
    }
}
