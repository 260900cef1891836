package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** The last verdict that stands alone on a line and carries the code; empty when there is none. */
    Optional<JudgeVerdict> verdict(String answer) {
        Pattern line =
                Pattern.compile("(?im)^" + Fence.BEFORE + "VERDICT\\W{0,3}" + code + "\\W{1,6}(YES|AGAINST|NO)\\W*?$");
        Matcher matcher = line.matcher(answer);
        Optional<JudgeVerdict> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(JudgeVerdict.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT)));
        }
        return last;
    }
}
