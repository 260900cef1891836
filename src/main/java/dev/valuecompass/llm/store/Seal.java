package dev.valuecompass.llm.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * How many calls a store was said to hold. It stands in the store, changed with each transaction, and beside it, changed
 * when that is on the disk: a store that holds fewer than either says has lost some.
 *
 * @param id of this store and no other
 * @param calls rows that were reported as kept, 0 or more
 * @param open whether a process may have written since, so that a part of it may lie in the log
 */
record Seal(String id, long calls, boolean open) {
    private static final Pattern FORM =
            Pattern.compile("(seal (\\p{XDigit}{32}) (\\d{1,18}) (open|closed)) (\\p{XDigit}{1,8})");

    static Seal fresh(long calls) {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        return new Seal(HexFormat.of().formatHex(id), calls, true);
    }

    Seal with(long calls, boolean open) {
        return new Seal(id, calls, open);
    }

    /** One line that proves itself. */
    String line() {
        String words = "seal " + id + " " + calls + " " + (open ? "open" : "closed");
        return words + " " + sum(words);
    }

    /** Empty when the line is damaged or none. */
    static Optional<Seal> read(String line) {
        Matcher form = FORM.matcher(line);
        return form.matches() && sum(form.group(1)).equals(form.group(5))
                ? Optional.of(new Seal(
                        form.group(2),
                        Long.parseLong(form.group(3)),
                        form.group(4).equals("open")))
                : Optional.empty();
    }

    private static String sum(String words) {
        CRC32C sum = new CRC32C();
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
