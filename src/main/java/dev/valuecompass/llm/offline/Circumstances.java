package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Phrases by which a fictional model makes a question more particular: places, times, people, events; and what else may be
 * asked on a subject. It knows them as a real model knows the world; which of them matter to anybody it does not know.
 *
 * @param kinds lists of phrases of one kind, of which a question holds one at most
 * @param matters by subject
 * @param digest SHA-256 of the file's text
 */
record Circumstances(List<List<String>> kinds, List<Matter> matters, String digest) {
    private static final String PATH = "simulated/circumstances.yml";

    /** @param about parts of words, in lower case, by which a subject is known @param questions on it */
    record Matter(List<String> about, List<String> questions) {
        /** How many of them begin a word. */
        long hits(String lower) {
            return about.stream().filter(part -> lower.contains(" " + part)).count();
        }
    }

    /** @throws DataException with every mistake in the file */
    static Circumstances load(DataFolder data) {
        Defects defects = new Defects();
        String text = data.text(PATH);
        YamlMap file = Yaml.parse(text, data.file(PATH).toString(), defects);
        List<List<String>> kinds = new ArrayList<>();
        for (YamlMap entry : file.maps("kinds")) {
            entry.text("kind");
            List<String> phrases = entry.texts("phrases");
            if (phrases.isEmpty()) {
                entry.report("phrases", "a kind without phrases", "write at least one");
            }
            kinds.add(phrases);
            entry.done();
        }
        List<Matter> matters = new ArrayList<>();
        for (YamlMap entry : file.maps("matters")) {
            matters.add(new Matter(entry.texts("about"), entry.texts("questions")));
            entry.done();
        }
        file.done();
        defects.refuse(DataException::new);
        return new Circumstances(List.copyOf(kinds), List.copyOf(matters), Digest.sha256(text));
    }

    /** What else may be asked on the subject of a question; empty where the subject is not known. */
    List<String> questionsOn(String question) {
        String lower = SmallLetters.of(" " + without(question));
        return matters.stream()
                .max(Comparator.comparingLong(matter -> matter.hits(lower)))
                .filter(matter -> matter.hits(lower) > 0)
                .map(Matter::questions)
                .orElse(List.of());
    }

    /** The phrases that stand in a text, in the order of the kinds. */
    List<String> in(String text) {
        return kinds.stream()
                .flatMap(List::stream)
                .filter(phrase -> holds(text, phrase))
                .toList();
    }

    /** The text without the phrases that stand in it. */
    String without(String text) {
        String bare = text;
        for (String phrase : in(text)) {
            bare = bare.replace(" " + phrase, "");
        }
        return bare;
    }

    private static boolean holds(String text, String phrase) {
        int at = text.indexOf(" " + phrase);
        int end = at + 1 + phrase.length();
        return at >= 0 && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }
}
