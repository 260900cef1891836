package dev.valuecompass.pipeline.items;

/** New items wait for a person, and nothing was asked of any examinee about them. The message says what to do. */
public final class ReviewPendingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReviewPendingException(String message) {
        super(message);
    }
}
