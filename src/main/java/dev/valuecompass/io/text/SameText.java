package dev.valuecompass.io.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * One sentence in the spellings that programs give it: composed or decomposed letters, curly or straight quotes, any
 * dash, blank or line end. Capitals and letters stay: they can change what is said.
 */
public final class SameText {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]+");
    private static final Pattern SINGLE = Pattern.compile("[\\u2018-\\u201B\\u2032\\u02BC\\u00B4`]");
    private static final Pattern DOUBLE = Pattern.compile("[\\u201C-\\u201F\\u2033\\u00AB\\u00BB]");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\u0085]+");

    private SameText() {}

    /** What two spellings of one text have in common; for comparing, not for showing. */
    public static String fold(String text) {
        String folded = Normalizer.normalize(PiledMarks.thinned(text), Normalizer.Form.NFC);
        folded = UNSEEN.matcher(folded).replaceAll("");
        folded = SINGLE.matcher(folded).replaceAll("'");
        folded = DOUBLE.matcher(folded).replaceAll("\"");
        folded = DASH.matcher(folded).replaceAll("-");
        return BLANK.matcher(folded.replace("\u2026", "...")).replaceAll(" ").strip();
    }
}
