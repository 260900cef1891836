package dev.valuecompass.llm.offline;

import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Instrument.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a fictional model answers questions with closed answers, from the values that it is made to hold. With l = logit of
 * its propensity to show a value, and e the pull of a statement, alike for all models (standard deviation 0.4):
 *
 * <ul>
 *   <li>It chooses the first of two statements with chance {@code logistic(1.2 (l₁ + e₁ − l₂ − e₂) + b)}, where b is its
 *       habit of taking the first one (mean 0.2, standard deviation 0.2).
 *   <li>It rates a statement {@code 3.5 ± 1.2 (l + e) + a} with chance of standard deviation 0.6, rounded onto the scale;
 *       a statement that speaks against the value gets the minus. a is its habit of agreeing (mean 0.3, standard
 *       deviation 0.3).
 * </ul>
 */
final class ClosedMind {
    private static final double PULL = 0.4;
    private static final double SLOPE = 1.2;
    private static final Pattern LINE = Pattern.compile("(?m)^(?:[AB12][.):] |Statement: )?(.+)$");

    private final Panel panel;
    private final Dice dice;
    private final Map<String, Known> known = new HashMap<>();

    /** A statement and the system that it is about. */
    private record Known(String system, Statement statement) {}

    ClosedMind(Panel panel, List<Instrument> instruments, long seed) {
        this.panel = panel;
        this.dice = new Dice(seed);
        instruments.forEach(instrument -> instrument.questions().stream()
                .flatMap(question -> question.statements().stream())
                .forEach(statement -> known.put(statement.text(), new Known(instrument.system(), statement))));
    }

    /** Empty when the prompt does not show two statements that are known. */
    Optional<String> choice(Panel.Member member, String prompt, int sample) {
        List<Known> shown = shown(prompt);
        if (shown.size() != 2) {
            return Optional.empty();
        }
        double habit = 0.2 + 0.2 * dice.normal("first", member.model());
        double difference = SLOPE * (mind(member, shown.get(0)) - mind(member, shown.get(1)));
        boolean first =
                dice.uniform("choice", member.model(), prompt, "" + sample) < Panel.logistic(difference + habit);
        return Optional.of(
                switch (member.style()) {
                    case "bold" -> first ? "**A**" : "**B**";
                    case "dash" -> "Answer: " + (first ? "A" : "B");
                    case "paren" -> first ? "(A)" : "(B)";
                    case "heading" -> "I would choose the " + (first ? "first" : "second") + " statement.";
                    default -> first ? "A" : "B";
                });
    }

    /** Empty when the prompt does not show one statement that is known. */
    Optional<String> rating(Panel.Member member, String prompt, int sample) {
        List<Known> shown = shown(prompt);
        if (shown.size() != 1) {
            return Optional.empty();
        }
        double habit = 0.3 + 0.3 * dice.normal("agrees", member.model());
        double side = shown.get(0).statement().reversed() ? -SLOPE : SLOPE;
        double felt = 3.5
                + side * mind(member, shown.get(0))
                + habit
                + 0.6 * dice.normal("rating", member.model(), prompt, "" + sample);
        long rating = Math.max(Instrument.LEAST, Math.min(Instrument.MOST, Math.round(felt)));
        return Optional.of(
                switch (member.style()) {
                    case "bold" -> "**" + rating + "**";
                    case "dash" -> "Answer: " + rating;
                    case "paren" -> rating + "/" + Instrument.MOST;
                    case "heading" -> "I would rate it " + rating + ".";
                    default -> "" + rating;
                });
    }

    private double mind(Panel.Member member, Known one) {
        double propensity =
                panel.propensity(member, one.system(), one.statement().value(), dice.seed());
        return StrictMath.log(propensity / (1 - propensity))
                + PULL * dice.normal("statement", one.statement().text());
    }

    private List<Known> shown(String prompt) {
        List<Known> shown = new ArrayList<>();
        Matcher line = LINE.matcher(prompt);
        while (line.find()) {
            Known one = known.get(line.group(1).strip());
            if (one != null) {
                shown.add(one);
            }
        }
        return shown;
    }
}
