package dev.valuecompass.findings;

import dev.valuecompass.io.Decimals;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people write about a period, {@code insights/<period>.md}. A claim is a Markdown link to a finding, with the verdict
 * that the text relies on as its title, and, where the text gives the figure, the figure:
 * {@code [open models score lower](finding:open-and-proprietary-mft "held, −0.62")}.
 */
public final class Commentary {
    private static final String WRITE =
            "write [text](finding:ID \"VERDICT\") or [text](finding:ID \"VERDICT, FIGURE\")";

    private Commentary() {}

    /** @param line from 1 */
    public record Mistake(int line, String what, String fix) {}

    /**
     * A link to a finding.
     *
     * @param line from 1
     * @param title the verdict that the text relies on, and the figure; null when there is none
     */
    public record Quote(int line, String id, String title) {}

    /**
     * Everywhere that a text claims what the findings deny, or quotes what there is not; empty when it may be published.
     *
     * @param language that mistakes are told in
     */
    public static List<Mistake> mistakes(List<Quote> quotes, List<Finding> findings, FindingLanguage language) {
        return quotes.stream()
                .flatMap(quote -> check(quote.line(), quote.id(), quote.title(), findings, language).stream())
                .toList();
    }

    /** What somebody meant for a quote, and no program can read as one. */
    public static Mistake unreadable(int line) {
        return new Mistake(line, "a finding is quoted in a form that cannot be read", WRITE);
    }

    private static Optional<Mistake> check(
            int line, String id, String title, List<Finding> findings, FindingLanguage language) {
        Optional<Finding> found =
                findings.stream().filter(one -> one.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Optional.of(new Mistake(
                    line,
                    "there is no finding '" + id + "' in this period",
                    "quote one of " + findings.stream().map(Finding::id).collect(Collectors.joining(", "))));
        }
        Finding finding = found.get();
        String[] parts = title == null ? new String[0] : title.split(",", 2);
        Optional<Verdict> claimed = parts.length == 0
                ? Optional.empty()
                : Arrays.stream(Verdict.values())
                        .filter(verdict -> verdict.words().equals(parts[0].strip()))
                        .findFirst();
        if (claimed.isEmpty()) {
            return Optional.of(new Mistake(
                    line,
                    "the finding '" + id + "' is quoted without a verdict",
                    "it is \"" + finding.verdict().words() + "\"; " + WRITE));
        }
        if (claimed.get() != finding.verdict()) {
            return Optional.of(new Mistake(
                    line,
                    "the text takes '" + id + "' for " + claimed.get().words() + ", but it is "
                            + finding.verdict().words() + ": "
                            + finding.sentence().in(language),
                    "rewrite the claim with \"" + finding.verdict().words() + "\""));
        }
        return parts.length < 2 ? Optional.empty() : figure(line, parts[1].strip(), finding, language);
    }

    /** A figure is right when the statistic rounds to it. */
    private static Optional<Mistake> figure(int line, String text, Finding finding, FindingLanguage language) {
        String plain = text.replace('\u2212', '-');
        Double value = finding.statistic().value();
        if (value != null && plain.matches("-?\\d{1,6}([.]\\d{1,6})?")) {
            int decimals = plain.contains(".") ? plain.length() - plain.indexOf('.') - 1 : 0;
            String shown = Decimals.of(value, decimals);
            if (Double.parseDouble(shown) == Double.parseDouble(plain)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Mistake(
                line,
                "the text gives '" + text + "' for '" + finding.id() + "'",
                value == null
                        ? "leave the figure out: there is none"
                        : finding.statistic().name().in(language) + " is " + Decimals.of(value, 4)));
    }
}
