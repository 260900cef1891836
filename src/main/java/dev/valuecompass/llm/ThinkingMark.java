package dev.valuecompass.llm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text that may begin or end thoughts.
 *
 * @param start its first character (UTF-16 code units, from 0)
 * @param end one past its last character
 * @param family marks of one family end each other
 * @param shown whether it stands in code or between quotation marks
 * @param use how it may be used
 */
record ThinkingMark(int start, int end, Role role, String family, boolean shown, Use use) {
    /** What a mark does. */
    enum Role {
        BEGIN,
        END,
        /** The answer begins, whatever stood before. */
        ANSWER,
        /** Put around the answer, or around nothing; it is left out. */
        WRAPPING,
        /** A message ends. */
        STOP
    }

    /** What a mark may do beyond its role. */
    enum Use {
        ANYWHERE,
        /** Common words, which count only as a pair. */
        IN_A_PAIR,
        /** Some chat templates put the beginning into the prompt. */
        ALONE,
        /** A token that no sentence uses. */
        TOKEN
    }

    private static final String HARMONY = "harmony";
    private static final String STRIPPED = "stripped harmony";
    private static final String FENCE = "fence";
    private static final String WORDS = "words";

    /** A further kind of tag is one more name. */
    private static final String NAMES = String.join(
            "|",
            "think(?:ing)?(?:_process)?",
            "thoughts?(?:_process)?",
            "reasoning(?:_process|_content|_steps)?",
            "reflect(?:ion|ions)?",
            "self_reflection",
            "scratch_?pad",
            "analysis",
            "deliberation",
            "(?:inner|internal)_(?:monologue|thoughts?|thinking|reasoning)",
            "chain_of_thoughts?",
            "cot",
            "cot_budget_reflect",
            "(?:longcat|ant|deep|redacted)_?(?:think(?:ing)?|reasoning)");

    private static final String WRAPPINGS = "answer|final_answer|final|output|response|solution|box";
    private static final String ATTRIBUTES =
            "(?:\\s{1,3}[\\w:.-]{1,30}\\s?=\\s?(?:\"[^\"<>\\n]{0,60}\"|'[^'<>\\n]{0,60}'|[\\w.:-]{1,30})){0,3}";
    private static final String TAG =
            "(?:<\\|begin\\|>\\s{0,3}assistant\\s{0,3})?(?:\\\\?[<＜◁]|&lt;)\\s{0,2}[|｜]?\\s{0,2}(?<slash>[/／]?)\\s{0,2}"
                    + "(?<before>(?:begin|start|end)_(?:of_)?)?(?:[a-z]{2,8}:)?(?:(?<name>" + NAMES + ")|(?<wrapping>"
                    + WRAPPINGS
                    + "))(?<behind>_start|_begin|_end)?" + ATTRIBUTES + "\\s{0,2}(?<empty>[/／]?)[|｜]?(?:[>＞▷]|&gt;)";
    private static final String BRACKETS =
            "\\[\\s?(?<bracketSlash>/?)\\s?(?<bracket>THINK|THINKING|THOUGHTS?|REASONING)\\s?\\]";
    private static final String OTHER_BEGIN =
            "<unused94>(?:\\s?thought\\b)?|<\\|inner_prefix\\|>|<\\|channel>\\s?(?:thought)?"
                    + "|<details\\s[^<>]{0,80}type=\"reasoning\"[^<>]{0,80}>";
    private static final String OTHER_END = "<unused95>|<\\|inner_suffix\\|>|<channel\\|>|</details>";
    private static final String CHANNEL = "(?:<\\|start\\|>\\s{0,3}(?:assistant)?[^<\\n]{0,60})?<\\|channel\\|>\\s{0,3}"
            + "(?<channel>[a-z]{1,20})(?:[^<\\n]{0,80}(?:<\\|constrain\\|>[^<\\n]{0,40})?<\\|message\\|>)?";
    private static final String MESSAGE = "<\\|start\\|>\\s{0,3}assistant\\s{0,3}<\\|message\\|>"
            + "|(?:<\\|begin\\|>\\s{0,3}assistant\\s{0,3})?<\\|content\\|>";
    private static final String STRIPPED_CHANNEL =
            "(?-i:\\A\\s{0,9}(?:(?<first>analysis|commentary)(?=[A-Z\"'“‘*\\[(])|(?<word>analysis)(?=\\s)|(?<last>final)(?=[A-Z*#]))"
                    + "|assistant(?<next>final|analysis|commentary)|assistant[ \\t\\n]{1,2}(?<apart>final))";
    private static final String WORDS_BEGIN = "\\A[\\s*#_]{0,9}(?:here(?:['’]s| is) my (?:thought|thinking|reasoning)"
            + "(?: process|s)?\\s?:[*_]{0,2}|thinking\\.\\.\\.(?=\\s{0,9}\\n))";
    private static final String WORDS_END =
            "[*#_]{0,5}here(?:['’]s| is) my (?:final )?(?:response|answer|reply)\\s?:[*_]{0,2}|\\.\\.\\.done thinking\\.?";
    private static final String FENCES =
            "(?m:^)[ \\t]{0,6}(?:`{3,9}|~{3,9})[ \\t]?(?<info>[a-z_-]{0,20})[ \\t]{0,9}(?m:$)";

    private static final Pattern MARK = Pattern.compile(
            TAG + "|" + BRACKETS + "|(?<begin>" + OTHER_BEGIN + ")|(?<end>" + OTHER_END + ")|" + CHANNEL
                    + "|(?<message>"
                    + MESSAGE + ")|(?<stop><\\|(?:end|return|call)\\|>)|" + STRIPPED_CHANNEL + "|(?<words>"
                    + WORDS_BEGIN
                    + ")|(?<wordsEnd>" + WORDS_END + ")|" + FENCES,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUGHTS = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);

    /** One of these stands in every mark. */
    private static final Pattern HINT = Pattern.compile(
            "[<＜◁\\[`~]|&lt;|\\A\\s{0,9}(?:analysis|commentary|final)|assistantfinal|my (?:final )?(?:response|answer|reply)\\s?:"
                    + "|done thinking",
            Pattern.CASE_INSENSITIVE);

    /** All marks of a text in order; none overlaps another. */
    static List<ThinkingMark> all(String text) {
        if (!HINT.matcher(text).find()) {
            return List.of();
        }
        List<ThinkingMark> marks = new ArrayList<>();
        CodeSpans code = CodeSpans.of(text);
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            boolean shown = code.contains(matcher.start()) || quoted(text, matcher.start(), matcher.end());
            ThinkingMark mark = of(matcher, shown);
            if (mark != null) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static ThinkingMark of(Matcher found, boolean shown) {
        if (found.group("name") != null || found.group("wrapping") != null) {
            return tag(found, shown);
        }
        if (found.group("bracket") != null) {
            String name = found.group("bracket");
            boolean ends = !found.group("bracketSlash").isEmpty();
            boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
            return mark(
                    found, ends ? Role.END : Role.BEGIN, family(name), shown, capitals ? Use.ANYWHERE : Use.IN_A_PAIR);
        }
        if (found.group("begin") != null || found.group("end") != null) {
            boolean begins = found.group("begin") != null;
            String family = found.group().replaceAll("[^a-z]|details.*|prefix|suffix|thought", "");
            boolean alone = !found.group().startsWith("</");
            return mark(found, begins ? Role.BEGIN : Role.END, family, shown, alone ? Use.ANYWHERE : Use.IN_A_PAIR);
        }
        if (found.group("channel") != null) {
            boolean last = found.group("channel").toLowerCase(Locale.ROOT).startsWith("final");
            return mark(found, last ? Role.ANSWER : Role.BEGIN, HARMONY, shown, Use.TOKEN);
        }
        if (found.group("message") != null) {
            return mark(found, Role.ANSWER, HARMONY, shown, Use.TOKEN);
        }
        if (found.group("stop") != null) {
            return mark(found, Role.STOP, HARMONY, shown, Use.TOKEN);
        }
        if (found.group("words") != null || found.group("wordsEnd") != null) {
            Role role = found.group("words") != null ? Role.BEGIN : Role.END;
            return mark(found, role, WORDS, shown, Use.IN_A_PAIR);
        }
        return found.group("info") == null ? stripped(found, shown) : fence(found, shown);
    }

    private static ThinkingMark tag(Matcher found, boolean shown) {
        boolean token = found.group().indexOf('|') >= 0 || found.group().indexOf('｜') >= 0;
        boolean closing = !found.group("slash").isEmpty()
                || starts(found.group("before"), "end")
                || starts(found.group("behind"), "_end");
        if (!found.group("empty").isEmpty()) {
            return mark(found, Role.WRAPPING, "", shown, Use.TOKEN);
        }
        if (found.group("wrapping") != null) {
            return mark(found, Role.WRAPPING, closing ? "/" : "", shown, token ? Use.TOKEN : Use.ANYWHERE);
        }
        String family = family(found.group("name"));
        Use use = family.equals("think") && closing ? Use.ALONE : Use.ANYWHERE;
        return mark(found, closing ? Role.END : Role.BEGIN, family, shown, use);
    }

    /** Chat templates of one model write this name in capitals, those of another do not. */
    private static String family(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ThinkingMark stripped(Matcher found, boolean shown) {
        if (found.group("last") != null) {
            return mark(found, Role.ANSWER, STRIPPED, shown, Use.TOKEN);
        }
        if (found.group("apart") != null) {
            return mark(found, Role.END, STRIPPED, shown, Use.IN_A_PAIR);
        }
        boolean ends = "final".equals(found.group("next"));
        Use use = found.group("word") != null ? Use.IN_A_PAIR : Use.ALONE;
        return mark(found, ends ? Role.END : Role.BEGIN, STRIPPED, shown, use);
    }

    private static ThinkingMark fence(Matcher found, boolean shown) {
        String info = found.group("info");
        boolean begins = THOUGHTS.matcher(info).matches();
        return begins || info.isEmpty()
                ? mark(
                        found,
                        begins ? Role.BEGIN : Role.END,
                        FENCE,
                        begins && shown,
                        begins ? Use.ANYWHERE : Use.IN_A_PAIR)
                : null;
    }

    private static ThinkingMark mark(Matcher found, Role role, String family, boolean shown, Use use) {
        return new ThinkingMark(found.start(), found.end(), role, family, shown, use);
    }

    private static boolean starts(String text, String with) {
        return text != null && text.toLowerCase(Locale.ROOT).startsWith(with);
    }

    /** For each mark the number of the next one that ends its family; -1 where there is none. */
    static int[] nextEnds(List<ThinkingMark> marks) {
        int[] next = new int[marks.size()];
        Arrays.fill(next, -1);
        Map<String, Integer> last = new HashMap<>();
        for (int i = marks.size() - 1; i >= 0; i--) {
            ThinkingMark mark = marks.get(i);
            next[i] = last.getOrDefault(mark.family, -1);
            if (mark.role == Role.END) {
                last.put(mark.family, i);
            }
        }
        return next;
    }

    boolean harmony() {
        return family.equals(HARMONY);
    }

    /** Whether thoughts within thoughts have their own end. */
    boolean nests() {
        return !family.equals(STRIPPED) && !family.equals(FENCE) && !family.equals(WORDS);
    }

    /** Whether it closes what it is put around. */
    boolean closing() {
        return role == Role.WRAPPING && family.equals("/");
    }

    boolean token() {
        return use == Use.TOKEN;
    }

    /**
     * Whether it begins thoughts here, and no sentence merely speaks about it.
     *
     * @param nextEnd of its family, null when there is none
     */
    boolean begins(String text, ThinkingMark nextEnd) {
        if (shown || use == Use.IN_A_PAIR && nextEnd == null) {
            return false;
        }
        if (token()) {
            return true;
        }
        boolean first = blank(text, 0, start);
        if (nextEnd == null) {
            return first || !isPunctuation(text, end) && !wordBefore(text);
        }
        return first || !wordBefore(text) || !nextEnd.isInSentence(text);
    }

    /**
     * Whether it ends thoughts of which nobody saw the beginning.
     *
     * @param from where the text begins that would be thoughts
     * @param spokenOf whether the text has spoken about marks of its family
     */
    boolean endsAlone(String text, int from, boolean spokenOf) {
        if (shown || use == Use.IN_A_PAIR) {
            return false;
        }
        if (use == Use.ALONE) {
            return !spokenOf || !isInSentence(text);
        }
        int line = text.indexOf('\n', end);
        return blank(text, from, start) ? blank(text, end, line < 0 ? text.length() : line) : !isInSentence(text);
    }

    /** Whether it ends thoughts that a mark of another family began, which has no end of its own. */
    boolean endsOthers() {
        return !shown
                && (role == Role.END && use != Use.IN_A_PAIR
                        || role == Role.ANSWER
                        || role == Role.WRAPPING && !closing() && !token());
    }

    /** As a word of a sentence: behind a word, and before another one or a point. */
    private boolean isInSentence(String text) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean goesOn = next > end && next < text.length() && Character.isLowerCase(text.charAt(next));
        return wordBefore(text) && (goesOn || isPunctuation(text, end));
    }

    private boolean wordBefore(String text) {
        int before = start - 1;
        while (before >= 0 && isUnseen(text.charAt(before))) {
            before--;
        }
        return before >= 0
                && (Character.isLetterOrDigit(text.charAt(before)) || ",;(\"'“‘".indexOf(text.charAt(before)) >= 0);
    }

    private static boolean isUnseen(char c) {
        return c == ' ' || c == '\t' || c == '*' || c == '_' || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isPunctuation(String text, int at) {
        return at < text.length() && ",.;:!?)".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean quoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && "\"'“‘«„(".indexOf(text.charAt(start - 1)) >= 0
                && "\"'”’»“),.".indexOf(text.charAt(end)) >= 0;
    }

    static boolean blank(String text, int from, int to) {
        int at = from;
        while (at < to && (Character.isWhitespace(text.charAt(at)) || isUnseen(text.charAt(at)))) {
            at++;
        }
        return at >= to;
    }
}
