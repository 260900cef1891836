package dev.valuecompass.llm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens by which chat templates tell turns, roles and tools apart, such as {@code <|im_start|>} or {@code [INST]}. They
 * are no words of a model: where one is left in an answer, something else than an answer may stand in it too.
 */
public final class ControlTokens {
    private static final String END =
            "(?:<[|｜](?:im_end|end|eot_id|eom_id|eot|eos|return|endoftext|end_of_text|endofturn"
                    + "|end_of_turn|end_of_sentence|end▁of▁sentence|END_OF_TURN_TOKEN|END_RESPONSE|user_end|assistant_end)[|｜]>"
                    + "|</s>|<(?:end_of_turn|eos|EOT)>|\\[/?EOS\\])";

    private static final Pattern LAST = Pattern.compile(END + "\\z", Pattern.CASE_INSENSITIVE);

    /** What a template writes before the answer of the assistant. */
    private static final Pattern FIRST = Pattern.compile(
            "\\s{0,9}(?:<s>|<bos>|<[|｜](?:begin_of_text|begin▁of▁sentence|startoftext)[|｜]>|<\\|im_start\\|>\\s?assistant\\b"
                    + "|<\\|start_header_id\\|>\\s?assistant\\s?<\\|end_header_id\\|>|<start_of_turn>\\s?model\\b"
                    + "|<[|｜](?:assistant|bot|gmask|START_OF_TURN_TOKEN|CHATBOT_TOKEN)[|｜]>|\\[gMASK\\]|<sop>|\\[/INST\\])",
            Pattern.CASE_INSENSITIVE);

    /** Looks at the first character before it tries the kinds in turn, since hardly any place of an answer begins one. */
    private static final Pattern ANY =
            Pattern.compile("(?=[<\\[◁])(?:<[|｜][^\\s<>|｜]{1,40}[|｜]>|<\\|channel>|<channel\\|>|\\[/?INST\\]|<</?SYS>>"
                    + "|<(?:start|end)_of_(?:turn|image|thought)>|<(?:bos|eos|unk|pad)>|<unused\\d{1,4}>|◁/?[a-z_]{1,20}▷"
                    + "|\\[/?(?:TOOL_CALLS|AVAILABLE_TOOLS|TOOL_RESULTS|SYSTEM_PROMPT|THINK)\\]"
                    + "|</?(?:[a-z]{2,8}:)?tool_calls?>)");

    /** No token is longer. */
    private static final int LONGEST = 60;

    private ControlTokens() {}

    /** The text without the tokens that begin and end a turn: they say where an answer is, and no reader misses them. */
    public static String trimmed(String text) {
        boolean struckOut = hasStruckOut(text);
        int start = 0;
        Matcher first = FIRST.matcher(text);
        while (first.region(start, text.length()).lookingAt()
                && !(struckOut && first.group().endsWith("<s>"))) {
            start = first.end();
        }
        int end = text.length();
        Matcher last = LAST.matcher(text);
        while (true) {
            int visible = end;
            while (visible > start && Character.isWhitespace(text.charAt(visible - 1))) {
                visible--;
            }
            if (!last.region(Math.max(start, visible - LONGEST), visible).find()
                    || struckOut && last.group().equalsIgnoreCase("</s>")) {
                break;
            }
            end = last.start();
        }
        return start == 0 && end == text.length()
                ? text
                : text.substring(start, end).strip();
    }

    /** HTML marks struck-out text as some templates mark a whole turn. */
    private static boolean hasStruckOut(String text) {
        int open = text.indexOf("<s>");
        int close = text.indexOf("</s>", open);
        return open >= 0
                && close > open
                && (text.indexOf("<s>", open + 1) > 0
                        || !LAST.matcher(text.substring(close).strip()).matches());
    }

    /** The first token that is left in a text and is not shown there as code; empty when there is none. */
    public static Optional<String> firstIn(String text) {
        Matcher token = ANY.matcher(text);
        if (!token.find()) {
            return Optional.empty();
        }
        CodeSpans code = CodeSpans.of(text);
        do {
            if (!code.contains(token.start())) {
                return Optional.of(token.group());
            }
        } while (token.find());
        return Optional.empty();
    }
}
