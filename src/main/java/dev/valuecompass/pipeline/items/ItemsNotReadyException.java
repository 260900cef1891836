package dev.valuecompass.pipeline.items;

/**
 * The items of a period cannot be asked yet: a person must read them, or there are too few. No examinee was asked anything
 * about them. The message says what to do.
 */
public final class ItemsNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ItemsNotReadyException(String message) {
        super(message);
    }
}
