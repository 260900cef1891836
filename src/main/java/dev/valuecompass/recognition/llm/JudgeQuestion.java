package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One question to a judge, and the reading of its answer.
 *
 * <p>The text under judgement is hostile. Fence and verdict code are taken from a digest of everything in the question,
 * so the text would have to contain its own digest to forge either; what looks like a fence is broken up besides.
 *
 * @param code that the verdict line must carry, 12 hexadecimal digits
 */
record JudgeQuestion(String prompt, String code) {
    static final List<String> PLACES = List.of("name", "definition", "opposite", "prompt", "text", "fence", "code");

    private static final String BOX = "(?:\\\\boxed\\s?\\{\\s?)?(?:\\\\text\\w{0,2}\\s?\\{\\s?)?";
    private static final String END_TOKEN = "(?:</s>|<[|｜][\\w▁]{1,30}[|｜]>)";

    /** The line begins, or a sentence has ended. */
    private static final String BEFORE =
            "(?im)(?:^[ \\t\\x0B\\f>*_`#\"'“‘(\\[$-]*+|[.!?:;)\\]\"”’»*_]\\s{1,3}[*_`\"'“‘(\\[$]{0,4})" + BOX;

    private static final String AFTER = "\\W{1,6}?" + BOX + "(YES|AGAINST|NO)\\b(?:[^\\w\\r\\n]{0,30}" + END_TOKEN
            + "?[^\\w\\r\\n]{0,30}$|(?:[.,;:!]|\\s{0,2}[–—(-])(?![^\\r\\n]{0,400}\\b(?:YES|AGAINST|NO)\\b)[^\\r\\n]{1,400}$)";

    static JudgeQuestion of(PromptTemplate template, Dimension dimension, String prompt, String text) {
        String digest =
                Digest.sha256(template.digest() + "\n" + dimension + "\n" + Digest.sha256(prompt) + "\n" + text);
        Map<String, String> places = new LinkedHashMap<>();
        places.put("name", dimension.name());
        places.put("definition", dimension.definition());
        places.put("opposite", dimension.opposite());
        places.put("prompt", Fence.harmless(prompt));
        places.put("text", Fence.harmless(text));
        places.put("fence", Fence.mark(digest));
        places.put("code", Fence.code(digest));
        return new JudgeQuestion(template.fill(places), Fence.code(digest));
    }

    /**
     * The last verdict that carries the code and ends a line, alone or behind a sentence, or that a JSON object with the code
     * holds; empty when there is none. What goes on with another of the three words is a form that was copied.
     */
    Optional<JudgeVerdict> verdict(String answer) {
        Matcher matcher =
                Pattern.compile(BEFORE + "VERDICT\\W{0,3}" + code + AFTER).matcher(answer);
        Optional<JudgeVerdict> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(JudgeVerdict.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
        }
        return last.or(() ->
                CodedJson.all(answer, code, JudgeQuestion::verdict).stream().reduce((earlier, later) -> later));
    }

    private static Optional<JudgeVerdict> verdict(JsonNode object) {
        List<JudgeVerdict> verdicts = object.valueStream()
                .filter(JsonNode::isString)
                .flatMap(field -> JudgeVerdict.named(field.stringValue()).stream())
                .toList();
        return verdicts.size() == 1 ? Optional.of(verdicts.get(0)) : Optional.empty();
    }
}
