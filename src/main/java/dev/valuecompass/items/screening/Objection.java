package dev.valuecompass.items.screening;

/**
 * Why a text is refused.
 *
 * @param passage the part that shows it, at most 60 characters
 */
public record Objection(Reason reason, String passage) {
    private static final int LONGEST = 60;

    static Objection to(Reason reason, String passage) {
        String shown = passage.strip();
        return new Objection(reason, shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "…");
    }

    /** For people. */
    public String text() {
        return reason.words() + " ('" + passage + "')";
    }
}
