package dev.valuecompass.llm.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a fictional model thinks up questions. It sees the prompt and nothing of the panel: it asks something on the subject
 * of the topic, takes up circumstances of the examples that it is shown, now and then another one, and at a reflection it changes one without knowing whether
 * that is for the better. What is worth keeping only the answers of the panel decide.
 */
final class Inventor {
    /** Chance that a circumstance of an example is kept; of the rest, that a new one takes its place. */
    private static final double KEPT = 0.6;

    private static final double NEW = 0.35;
    private static final int MOST_LISTED = 50;

    private static final Pattern QUESTION = Pattern.compile("(?m)^[^\\n?]{0,40}?([A-Z][^\\n?:]{10,300}\\?)");
    private static final Pattern ASKED_BEFORE = Pattern.compile("(?s)\\nAsked in earlier editions.*?\\n\\n");
    private static final int DRAWS = 8;
    /** Circumstances of a question at most. */
    private static final int MOST = 2;
    /** The same where many are written at once. */
    private static final int MOST_IN_A_LIST = 3;

    private static final Pattern LABELLED = Pattern.compile("(?m)^Question: (.{10,400}\\?)$");
    private static final Pattern FACT = Pattern.compile("(?m)^Fact: (.{1,400})$");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern ADVICE =
            Pattern.compile("(?m)^Advice: (?:put \"([^\"\\n]+)\" in the place of \"([^\"\\n]+)\"|add \"([^\"\\n]+)\")");
    private static final Pattern COUNT = Pattern.compile(
            "(?i)\\b(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\\s+(?:\\w+\\s+){0,3}(?:questions|topics|items|statements)\\b");
    private static final List<String> WORDS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Circumstances circumstances;
    private final Dice dice;

    Inventor(Circumstances circumstances, Dice dice) {
        this.circumstances = circumstances;
        this.dice = dice;
    }

    /** Either step of an exploration: a fact, or a question that rests on the one in the prompt. */
    String explore(String model, String prompt, int sample) {
        Matcher given = FACT.matcher(prompt);
        String topic = labelled(prompt);
        String form = prompt.strip().lines().reduce("", (before, line) -> line);
        if (form.startsWith("Question:") && given.find()) {
            List<String> phrases = circumstances.in(given.group(1));
            return "Argument: What is right elsewhere may be wrong " + (phrases.isEmpty() ? "here" : phrases.get(0))
                    + ".\nQuestion: " + anew(topic, phrases);
        }
        return fact(unasked(topic, model, prompt, "" + sample), model, prompt, "" + sample);
    }

    /** The kinds of circumstances begin with places. */
    private String fact(List<String> phrases, String... draw) {
        List<String> places = circumstances.kinds().get(0);
        List<String> rest = new ArrayList<>(phrases);
        rest.removeAll(places);
        String where = phrases.size() > rest.size() ? phrases.get(0) : dice.pick(places, with("place", draw));
        String place = where.substring(where.indexOf(' ') + 1);
        String told = phrases.size() > rest.size()
                ? "People " + where + " argue over this" + more(rest)
                : "In " + place + " people argue over this" + more(rest);
        Matcher year = YEAR.matcher(told);
        String date = year.find() ? year.group() : "" + (2012 + (int) (13 * dice.uniform(with("year", draw))));
        return "Fact: " + told + ".\nPlace: " + place + "\nDate: " + date;
    }

    /** Circumstances in which the question has not been asked, as far as some draws find any. */
    private List<String> unasked(String topic, String model, String prompt, String sample) {
        Matcher before = ASKED_BEFORE.matcher(prompt);
        List<String> asked = before.find() ? questions(before.group()) : List.of();
        List<String> examples = questions(before.replaceAll("\n"));
        List<String> chosen = circumstances(MOST, examples, model, prompt, sample);
        for (int draw = 1; draw < DRAWS && asked.contains(anew(topic, chosen)); draw++) {
            chosen = circumstances(MOST, examples, model, prompt, sample + "/" + draw);
        }
        return chosen;
    }

    /** A change to one circumstance that makes the question no longer; one more only where there is none. */
    String reflect(String model, String prompt, int sample) {
        List<String> present = circumstances.in(labelled(prompt));
        String[] draw = {model, prompt, "" + sample};
        List<String> kind = dice.pick(circumstances.kinds(), with("kind", draw));
        if (present.isEmpty()) {
            return "Advice: add \"" + dice.pick(kind, with("phrase", draw)) + "\"";
        }
        String old = dice.pick(present, with("old", draw));
        List<String> shorter = kind.stream()
                .filter(phrase -> phrase.split(" ").length <= old.split(" ").length + 2)
                .toList();
        String other = dice.pick(shorter.isEmpty() ? kind : shorter, with("phrase", draw));
        return "Advice: put \"" + other + "\" in the place of \"" + old + "\"";
    }

    String refine(String prompt) {
        String question = labelled(prompt);
        List<String> present = new ArrayList<>(circumstances.in(question));
        Matcher advice = ADVICE.matcher(prompt);
        if (advice.find()) {
            if (advice.group(3) == null) {
                present.remove(advice.group(2));
            }
            present.add(advice.group(3) == null ? advice.group(1) : advice.group(3));
        }
        return "Question: " + question(question, present);
    }

    /** As many questions as the prompt asks for, each after one that stands in it. */
    String list(String model, String prompt, int sample) {
        List<String> examples = questions(prompt);
        Set<String> made = new LinkedHashSet<>();
        int wanted = wanted(prompt);
        for (int i = 0; i < 4 * wanted && made.size() < wanted && !examples.isEmpty(); i++) {
            String[] draw = {model, prompt, sample + "/" + i};
            made.add(question(
                    dice.pick(examples, with("example", draw)),
                    circumstances(MOST_IN_A_LIST, examples, model, prompt, sample + "/" + i)));
        }
        List<String> lines = new ArrayList<>();
        for (String question : made) {
            lines.add(lines.size() + 1 + ". " + question);
        }
        return lines.isEmpty() ? "I would need an example." : String.join("\n", lines);
    }

    private List<String> circumstances(int most, List<String> examples, String... draw) {
        List<String> chosen = new ArrayList<>();
        for (int k = 0; k < circumstances.kinds().size() && chosen.size() < most; k++) {
            List<String> kind = circumstances.kinds().get(k);
            List<String> seen = examples.stream()
                    .flatMap(example -> circumstances.in(example).stream())
                    .filter(kind::contains)
                    .toList();
            double u = dice.uniform(with("kind " + k, draw));
            if (!seen.isEmpty() && u < KEPT) {
                chosen.add(dice.pick(seen, with("seen " + k, draw)));
            } else if (dice.uniform(with("fresh " + k, draw)) < NEW) {
                chosen.add(dice.pick(kind, with("new " + k, draw)));
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(dice.pick(dice.pick(circumstances.kinds(), with("any", draw)), with("one", draw)));
        }
        return chosen;
    }

    /** The topic in its own words or another matter of its subject, in these circumstances; of the same the same. */
    private String anew(String topic, List<String> phrases) {
        List<String> matters = new ArrayList<>(circumstances.questionsOn(topic));
        matters.add(topic);
        return question(dice.pick(matters, "matter", circumstances.without(topic), String.join("|", phrases)), phrases);
    }

    private String question(String topic, List<String> phrases) {
        String bare = circumstances.without(topic.replaceAll("\\?\\s*$", ""));
        return bare + more(phrases) + "?";
    }

    private static String more(List<String> phrases) {
        return phrases.stream().map(phrase -> " " + phrase).distinct().collect(Collectors.joining());
    }

    private static List<String> questions(String prompt) {
        return QUESTION.matcher(prompt)
                .results()
                .limit(MOST_LISTED)
                .map(found -> found.group(1))
                .toList();
    }

    private static String labelled(String prompt) {
        Matcher labelled = LABELLED.matcher(prompt);
        return labelled.find()
                ? labelled.group(1)
                : questions(prompt).stream().findFirst().orElse("Is this right?");
    }

    private static int wanted(String prompt) {
        Matcher count = COUNT.matcher(prompt);
        if (!count.find()) {
            return 5;
        }
        int word = WORDS.indexOf(count.group(1).toLowerCase(java.util.Locale.ROOT));
        return Math.max(1, word >= 0 ? word + 1 : Integer.parseInt(count.group(1)));
    }

    private static String[] with(String first, String[] rest) {
        List<String> all = new ArrayList<>(List.of(rest));
        all.add(0, first);
        return all.toArray(String[]::new);
    }
}
