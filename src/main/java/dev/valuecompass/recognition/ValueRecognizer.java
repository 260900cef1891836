package dev.valuecompass.recognition;

import dev.valuecompass.items.Item;
import dev.valuecompass.responses.Response;

/** Reads an answer for values. Implementations are safe for use by many threads. */
public interface ValueRecognizer extends AutoCloseable {
    /**
     * Judges every dimension of the item. A failure of the recogniser is a {@link Recognition} that says so, never a
     * "not".
     */
    Recognition recognize(Item item, Response response);

    /** What is known about this recogniser's quality. */
    RecognizerCard card();

    /** Lets go of what it has open, if anything; it is not used afterwards. */
    @Override
    default void close() {}
}
