package dev.valuecompass.io;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids that become file names and addresses, on every system and without escaping. */
public final class SafeName {
    /** What is allowed, for messages. */
    public static final String RULE =
            "use lower-case letters, digits, hyphens and single dots, starting and ending with a letter or digit,"
                    + " at most " + SafeName.LONGEST + " characters";

    private static final int LONGEST = 64;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");
    /** Device names that Windows refuses as file names, with any ending. */
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    /** What is wrong with the id, without the id itself; empty when it is fine. */
    public static Optional<String> objection(String id) {
        if (!SHAPE.matcher(id).matches() || id.contains("..")) {
            return Optional.of("is not a valid id");
        }
        if (id.length() > LONGEST) {
            return Optional.of("is too long (" + id.length() + " characters)");
        }
        int dot = id.indexOf('.');
        return RESERVED.contains(dot < 0 ? id : id.substring(0, dot))
                ? Optional.of("is a reserved device name on Windows")
                : Optional.empty();
    }
}
