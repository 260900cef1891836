package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.text.PiledMarks;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What keeps hostile text in its place within a question to a model. */
final class Fence {
    /** What a model needs to know of a long text (UTF-16 code units); the rest is left out and said so. */
    public static final int LONGEST = 12_000;

    /** What may stand on a line before an answer. It ends with the line, so that a reader looks at each line once. */
    public static final String BEFORE = "[ \\t\\x0B\\f>*_`#-]*+";

    private static final int CODE = 12;
    private static final Pattern MARK = Pattern.compile("={4,}");

    /** Of a longer text no more is looked at: what nobody sees is taken out of it before it is cut. */
    private static final int MOST_READ = 4 * LONGEST;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]|[\\p{Cc}&&[^\\n\\t]]");

    private Fence() {}

    /** Without characters that nobody sees and without anything that looks like a fence; cut where it is too long. */
    static String harmless(String text) {
        String read = text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
        String flat = PiledMarks.thinned(read.replace("\r\n", "\n"));
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(flat, Normalizer.Form.NFC))
                .replaceAll("");
        String open = MARK.matcher(visible).replaceAll("= = =");
        return open.length() <= LONGEST ? open : open.substring(0, LONGEST) + "\n(cut here: the text is longer)";
    }

    /** @param digest of everything in the question, so that no text in it can contain its own fence */
    static String mark(String digest) {
        return "====" + digest.substring(CODE, 2 * CODE);
    }

    /** What a valid answer must carry, 12 hexadecimal digits. */
    static String code(String digest) {
        return digest.substring(0, CODE);
    }
}
