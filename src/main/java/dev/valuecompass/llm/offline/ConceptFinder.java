package dev.valuecompass.llm.offline;

import dev.valuecompass.io.Json;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a fictional model finds concepts in a text and marks them: it knows the panel's sentences and errs now and then. It
 * gets the prompts that a real model gets and answers in the form they ask for.
 */
final class ConceptFinder {
    private static final double ERRORS = 0.03;

    private static final Pattern CODE = Pattern.compile("\\{\"code\": \"([0-9a-f]+)\"");
    private static final Pattern MARK = Pattern.compile("(?m)^(MARK [0-9a-f]+) n: ");
    private static final Pattern CONCEPT = Pattern.compile("(?m)^(\\d+)\\. \\[([^\\]\\n]+)\\] (.+)$");

    private final PhraseBankReader banks;
    private final Theory theory;
    private final Dice dice;

    ConceptFinder(PhraseBankReader banks, Theory theory, Dice dice) {
        this.banks = banks;
        this.theory = theory;
        this.dice = dice;
    }

    /** JSON with what the text shows of the values whose definitions stand in the prompt; empty without a code. */
    Optional<String> find(String model, String prompt) {
        Matcher code = CODE.matcher(prompt);
        String last = null;
        while (code.find()) {
            last = code.group(1);
        }
        if (last == null) {
            return Optional.empty();
        }
        List<Map<String, String>> concepts = new ArrayList<>();
        for (PhraseBank bank : banks.all()) {
            ValueSystem system = theory.system(bank.system());
            for (PhraseBank.Phrases phrases : bank.dimensions()) {
                if (prompt.contains(system.dimension(phrases.id()).orElseThrow().definition())) {
                    add(model, prompt, phrases, concepts);
                }
            }
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("code", last);
        reply.put("concepts", concepts);
        return Optional.of(Json.line(reply));
    }

    /** Whether the prompt asks for marks of concepts. */
    boolean marks(String prompt) {
        return MARK.matcher(prompt).find();
    }

    /** A line for each numbered concept. */
    String mark(String model, String prompt) {
        Matcher form = MARK.matcher(prompt);
        String start = "";
        while (form.find()) {
            start = form.group(1);
        }
        StringBuilder lines = new StringBuilder();
        Matcher concept = CONCEPT.matcher(prompt);
        while (concept.find()) {
            boolean errs = dice.uniform("mark", model, concept.group()) < ERRORS;
            String label = errs ? "NOT 0.5" : label(concept.group(2), concept.group(3));
            lines.append(start)
                    .append(' ')
                    .append(concept.group(1))
                    .append(": ")
                    .append(label)
                    .append('\n');
        }
        return lines.toString();
    }

    private void add(String model, String prompt, PhraseBank.Phrases phrases, List<Map<String, String>> concepts) {
        List<String> known = new ArrayList<>(phrases.shows());
        known.addAll(phrases.opposes());
        for (String sentence : known) {
            String body = AnswerWriter.body(sentence);
            boolean missed = dice.uniform("concept", model, prompt, sentence) < ERRORS;
            if (prompt.contains(body) && !missed) {
                Map<String, String> concept = new LinkedHashMap<>();
                concept.put("value", phrases.id());
                concept.put("concept", body);
                concept.put("words", body);
                concepts.add(concept);
            }
        }
    }

    private String label(String value, String concept) {
        for (PhraseBank bank : banks.all()) {
            for (PhraseBank.Phrases phrases : bank.dimensions()) {
                Dimension dimension =
                        theory.system(bank.system()).dimension(phrases.id()).orElseThrow();
                if (dimension.name().equals(value) && holds(phrases.shows(), concept)) {
                    return "EXPRESSES 0.9";
                }
                if (dimension.name().equals(value) && holds(phrases.opposes(), concept)) {
                    return "OPPOSES 0.9";
                }
            }
        }
        return "NOT 0.8";
    }

    /** A concept may have been cut to a line's length. */
    private static boolean holds(List<String> sentences, String concept) {
        return sentences.stream()
                .map(AnswerWriter::body)
                .anyMatch(body -> concept.contains(body) || body.startsWith(concept));
    }
}
