package dev.valuecompass.responses;

import java.util.List;
import java.util.Optional;

/**
 * Reads a stance and its key points from what a model wrote, tolerant of the many ways in which models lay it out:
 * markdown, numbers, bullets, other languages' digits and punctuation, missing headings. Without a stance or without a
 * point there is no opinion; nothing is guessed.
 */
public final class OpinionParser {
    private OpinionParser() {}

    /** Empty when the text holds no stance. */
    public static Optional<Opinion> parse(String text) {
        Optional<Opinion> data = JsonOpinion.parse(text);
        if (data.isPresent()) {
            return data;
        }
        List<AnswerLine> lines = AnswerLine.of(text);
        return StanceLine.find(lines).flatMap(stance -> {
            List<Opinion.KeyPoint> points = new KeyPoints(text, lines.subList(stance.nextLine(), lines.size())).find();
            return points.isEmpty() ? Optional.empty() : Optional.of(new Opinion(stance.stance(), points));
        });
    }
}
