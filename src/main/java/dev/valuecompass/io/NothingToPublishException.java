package dev.valuecompass.io;

/** There is nothing that a period could be made of: no item to ask, or no answer that was scored. Nothing is frozen. */
public final class NothingToPublishException extends DataException implements EndsTheRun {
    private static final long serialVersionUID = 1;

    /** @param file what lacks it, as the user would name it */
    public NothingToPublishException(String file, String what, String fix) {
        super(file, 0, what, fix);
    }
}
