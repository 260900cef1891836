package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.SafeName;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.GoldRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of raters: what each saw in what was drawn. */
final class RaterLabels {
    private static final Map<String, String> CODES = codes();

    private final Map<String, DrawnAnswer> drawn;
    private final SortedMap<String, SortedMap<String, Rating>> byAnswer = new TreeMap<>();
    private final List<Defect> defects = new ArrayList<>();

    private RaterLabels(Map<String, DrawnAnswer> drawn) {
        this.drawn = drawn;
    }

    /** @param code as in {@link GoldRecord#raters} @param evidence words of the answer */
    record Rating(String code, List<String> evidence) {}

    /** A line as the page exports it; what is missing is null. */
    record Line(String id, String rater, String label, List<String> evidence) {}

    /**
     * What every rater saw, by id of what was drawn, then by rater.
     *
     * @param drawn by id
     * @throws DataException with every line that is not what the page exports
     */
    static SortedMap<String, SortedMap<String, Rating>> read(List<Path> files, Map<String, DrawnAnswer> drawn) {
        RaterLabels labels = new RaterLabels(drawn);
        for (Path file : files) {
            JsonLines.forEach(file, Line.class, (line, number) -> labels.line(file, number, line));
        }
        DataException.refuse(labels.defects);
        return labels.byAnswer;
    }

    /** What a rater that is made up says. */
    static Line line(String id, String rater, Label label) {
        String word = CODES.entrySet().stream()
                .filter(code -> code.getValue().charAt(0) == label.code())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return new Line(id, rater, word, List.of());
    }

    private void line(Path file, int number, Line line) {
        if (line == null) {
            add(file, number, "is null", "drop the line");
            return;
        }
        String id = text(line.id());
        String rater = text(line.rater());
        String word = text(line.label());
        DrawnAnswer answer = drawn.get(id);
        if (answer == null) {
            add(file, number, "id '" + id + "' was not drawn", "give the files of the pages of this period");
        } else if (SafeName.objection(rater).isPresent()) {
            add(
                    file,
                    number,
                    "rater '" + rater + "' " + SafeName.objection(rater).get(),
                    SafeName.RULE);
        } else if (!CODES.containsKey(word)) {
            add(file, number, "label '" + word + "' is unknown", NearestName.remedy(word, CODES.keySet()));
        } else {
            rating(file, number, line, answer);
        }
    }

    private void rating(Path file, int number, Line line, DrawnAnswer answer) {
        List<String> evidence = new ArrayList<>();
        for (String mark : line.evidence() == null ? List.<String>of() : line.evidence()) {
            String words = text(mark);
            if (words.isBlank() || !answer.answer().contains(words)) {
                add(file, number, "evidence '" + words + "' is not in the answer", "quote the answer, or mark nothing");
                return;
            }
            evidence.add(words);
        }
        String rater = line.rater();
        String code = CODES.get(line.label());
        Rating other = byAnswer.computeIfAbsent(answer.id(), id -> new TreeMap<>())
                .putIfAbsent(rater, new Rating(code, List.copyOf(evidence)));
        if (other != null) {
            add(file, number, "rater " + rater + " has labelled '" + answer.id() + "' before", "keep one of the lines");
        }
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private void add(Path file, int number, String what, String fix) {
        defects.add(new Defect(file.toString(), number, what, fix));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("expresses", String.valueOf(Label.EXPRESSES.code()));
        codes.put("not", String.valueOf(Label.NOT.code()));
        codes.put("opposes", String.valueOf(Label.OPPOSES.code()));
        codes.put("cannot-tell", GoldRecord.UNSETTLED);
        return codes;
    }
}
