package dev.valuecompass.recognition.judge;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What keeps hostile text in its place within a question to a model. */
public final class Fence {
    /** What a model needs to know of a long text (UTF-16 code units); the rest is left out and said so. */
    public static final int LONGEST = 12_000;

    private static final int CODE = 12;
    private static final Pattern MARK = Pattern.compile("={4,}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]|[\\p{Cc}&&[^\\n\\t]]");

    private Fence() {}

    /** Without characters that nobody sees and without anything that looks like a fence; cut where it is too long. */
    public static String harmless(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC))
                .replaceAll("");
        String open = MARK.matcher(visible).replaceAll("= = =");
        return open.length() <= LONGEST ? open : open.substring(0, LONGEST) + "\n(cut here: the text is longer)";
    }

    /** @param digest of everything in the question, so that no text in it can contain its own fence */
    public static String mark(String digest) {
        return "====" + digest.substring(CODE, 2 * CODE);
    }

    /** What a valid answer must carry, 12 hexadecimal digits. */
    public static String code(String digest) {
        return digest.substring(0, CODE);
    }
}
