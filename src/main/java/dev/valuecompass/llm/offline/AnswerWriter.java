package dev.valuecompass.llm.offline;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts thoughts into the textual form that real models use, with the habits of each. Sentences stay as they stand in the
 * bank, so a whole run has only some thousand different ones.
 */
final class AnswerWriter {
    private static final List<String> STANCES =
            List.of("Yes", "Yes", "Yes", "Yes", "Yes", "No", "No", "No", "No", "Neutral");

    private final Dice dice;

    public AnswerWriter(Dice dice) {
        this.dice = dice;
    }

    /** A stance and {@code points} key points; what does not fit into as many points is added to them. */
    String opinion(String style, List<String> sentences, List<String> fillers, int points, String... draw) {
        List<String> units = new ArrayList<>(sentences);
        List<String> spare = new ArrayList<>(fillers);
        dice.shuffle(spare, with("fillers", draw));
        while (units.size() < points) {
            units.add(spare.get(units.size() % spare.size()));
        }
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (i < points) {
                texts.add(new StringBuilder(titled(style, units.get(i))));
            } else {
                texts.get(i % points).append(' ').append(body(units.get(i)));
            }
        }
        return layOut(style, dice.pick(STANCES, with("stance", draw)), texts);
    }

    private static String layOut(String style, String stance, List<StringBuilder> points) {
        StringBuilder text = new StringBuilder(
                switch (style) {
                    case "bold" -> "**Stance:** " + stance + "\n\n**Key Points:**\n";
                    case "dash" -> "Stance - " + stance + "\n\nKey points:\n";
                    case "paren" -> "Stance: " + stance + ".\nKey Points:\n";
                    case "heading" -> "### Stance\n" + stance + "\n\n### Key Points\n";
                    default -> "Stance: " + stance + "\n\nKey Points:\n";
                });
        for (int i = 0; i < points.size(); i++) {
            String mark = switch (style) {
                case "dash" -> "- ";
                case "paren" -> (i + 1) + ") ";
                default -> (i + 1) + ". ";
            };
            text.append(mark).append(points.get(i)).append('\n');
        }
        return text.toString().strip();
    }

    private static String titled(String style, String unit) {
        int colon = unit.indexOf(": ");
        return style.equals("bold") && colon > 0
                ? "**" + unit.substring(0, colon) + "**" + unit.substring(colon)
                : unit;
    }

    /** A sentence without its title. */
    static String body(String unit) {
        int colon = unit.indexOf(": ");
        return colon < 0 ? unit : unit.substring(colon + 2);
    }

    /** Running text: perhaps an opener, then the sentences with one filler somewhere among them. */
    String prose(List<String> sentences, PhraseBank bank, String... draw) {
        List<String> parts = new ArrayList<>(sentences);
        parts.replaceAll(AnswerWriter::bodyOfTitled);
        int place = (int) (dice.uniform(with("place", draw)) * (parts.size() + 1));
        parts.add(place, dice.pick(bank.fillers(), with("filler", draw)));
        if (!bank.openers().isEmpty()) {
            parts.add(0, dice.pick(bank.openers(), with("opener", draw)));
        }
        return String.join(" ", parts);
    }

    /** Titles belong to key points; a colon further on belongs to the sentence. */
    private static String bodyOfTitled(String unit) {
        int colon = unit.indexOf(": ");
        return colon > 0
                        && unit.substring(0, colon).split(" ").length <= 5
                        && Character.isUpperCase(unit.charAt(0))
                        && Character.isUpperCase(unit.charAt(colon + 2))
                ? unit.substring(colon + 2)
                : unit;
    }

    private static String[] with(String first, String[] rest) {
        List<String> all = new ArrayList<>(List.of(rest));
        all.add(0, first);
        return all.toArray(String[]::new);
    }
}
