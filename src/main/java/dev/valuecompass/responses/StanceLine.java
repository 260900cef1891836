package dev.valuecompass.responses;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.responses.Opinion.Stance;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the stance is said.
 *
 * @param nextLine number of the line after it, from 0
 */
record StanceLine(Stance stance, int nextLine) {
    private static final int FAR = 40;

    /** Ticks, thumbs and circles, as they stand before a heading or a stance (for a class of characters). */
    private static final String PICTURES = "\\p{So}\\p{Sk}\\ufe0f\\u20e3\\u200d";

    private static final String TAG = "</?(?:b|strong|em|i|u|p|span|div|li|h[1-6]|code|br|mark)\\s?/?>";
    private static final Pattern HEADING = Pattern.compile(
            "^(?:[\\s>#*_\\-•\"'|{\\[$" + PICTURES + "]|" + TAG
                    + ")*+(?:\\d{1,2}[.)]\\s*+)?+[*_]*+(?:(?:my|overall|final)\\s+)?"
                    + "(?:stance|position|answer|opinion|verdict|(?:我的)?(?:立场|立場)|态度|態度|postura|posición|posição"
                    + "|haltung|standpunkt|posizione|позиция|الموقف|موقف|रुख|입장)[\\s*_\"'`]*(?:" + TAG
                    + ")?[\\s*_]*(?:[:=\\-→]+|是|は|$|\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DECORATION = Pattern.compile("^(?:[\\s>#*_\\-•\"'`\\[(:=.|~${}→" + PICTURES + "]|"
            + "\\\\(?:boxed|text(?:bf)?|mathbf)\\b|" + TAG + ")++");
    private static final Pattern ONE_WORD = Pattern.compile("\\w+[*_]*[.,:!\\-]");
    private static final Pattern TWO_SIDED =
            Pattern.compile("yes\\W{1,3}(?:and|but also)\\W{1,3}no\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALTERNATIVES = Pattern.compile("[/|\\p{So}]|,\\s*|\\sor\\s");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<Stance, Pattern> WORDS = words();

    private static Map<Stance, Pattern> words() {
        Map<Stance, Pattern> words = new EnumMap<>(Stance.class);
        words.put(
                Stance.NEUTRAL,
                word("neutral|neither|mixed|undecided|unsure|ambivalent|balanced|it depends|depends|yes and no|partly"
                        + "|partially|both|neutre|neutro|нейтрально|нейтральная|محايد|तटस्थ|중립|中立|どちらとも言えない"));
        words.put(
                Stance.YES,
                word("yes|yeah|yep|affirmative|agree|sí|si|oui|ja|sim|да|نعم|हाँ|हां|예|네|是的|是|支持|赞成|贊成|はい|同意"));
        words.put(
                Stance.NO, word("no|nope|negative|disagree|non|nein|não|нет|لا|नहीं|아니오|아니요|不是|不同意|不支持|反对|反對|否|不|いいえ"));
        return words;
    }

    /** A word of ours must end where it ends; scripts without blanks may go on. */
    private static Pattern word(String alternatives) {
        return Pattern.compile(
                "^(?:" + alternatives + ")(?![\\p{IsLatin}\\p{IsCyrillic}\\p{IsArabic}\\p{IsDevanagari}\\d]|'\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The first heading with a stance, on its line or on the next one; without a heading, a first line that is one. */
    static Optional<StanceLine> find(List<AnswerLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher heading = HEADING.matcher(lines.get(i).head());
            if (!lines.get(i).isBlank() && heading.lookingAt()) {
                Optional<StanceLine> found = behind(heading.end(), i, lines);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return firstLine(lines);
    }

    /** The stance that a text is, and nothing else beside it. */
    static Optional<Stance> in(String text) {
        return stance(undecorated(AnswerLine.of(text.strip()).get(0).head()));
    }

    private static Optional<StanceLine> behind(int end, int at, List<AnswerLine> lines) {
        String rest = lines.get(at).head().substring(end);
        int line = at;
        while (undecorated(rest).isEmpty() && line + 1 < lines.size() && line < at + 3) {
            line++;
            rest = lines.get(line).head();
        }
        int next = line + 1;
        return stance(undecorated(rest)).map(stance -> new StanceLine(stance, next));
    }

    private static Optional<StanceLine> firstLine(List<AnswerLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                int next = i + 1;
                String text = undecorated(lines.get(i).head());
                boolean alone = text.length() <= FAR || ONE_WORD.matcher(text).lookingAt();
                return alone ? stance(text).map(stance -> new StanceLine(stance, next)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Several stances side by side, as in a form that was copied and not filled in, are none. */
    private static Optional<Stance> stance(String text) {
        Optional<Stance> first = at(text);
        if (first.isEmpty() || isSingle(text)) {
            return first;
        }
        Set<Stance> all = EnumSet.of(first.get());
        String head = SmallLetters.of(text.substring(0, Math.min(text.length(), FAR)));
        for (String part : ALTERNATIVES.split(head)) {
            if (BLANKS.split(part.strip()).length <= 2) {
                at(undecorated(part)).ifPresent(all::add);
            }
        }
        return all.size() == 1 ? first : Optional.empty();
    }

    /** Whether a text certainly names no alternatives; most are one word, and taking them apart costs more than this. */
    private static boolean isSingle(String text) {
        if (text.length() > FAR) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean or = (c == 'r' || c == 'R') && i > 0 && (text.charAt(i - 1) | ' ') == 'o';
            if (c >= 128 || c == '/' || c == '|' || c == ',' || or) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Stance> at(String text) {
        for (Map.Entry<Stance, Pattern> entry : WORDS.entrySet()) {
            if (entry.getValue().matcher(text).lookingAt()) {
                boolean twoSided = TWO_SIDED.matcher(text).lookingAt();
                return Optional.of(twoSided ? Stance.NEUTRAL : entry.getKey());
            }
        }
        return Optional.empty();
    }

    private static String undecorated(String text) {
        Matcher decoration = DECORATION.matcher(text);
        return (decoration.lookingAt() ? text.substring(decoration.end()) : text).strip();
    }
}
