package dev.valuecompass.site.finding;

import dev.valuecompass.findings.LinkedPeriods;
import dev.valuecompass.io.ByName;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.Holm;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two periods on one scale, or why they are not. The picture has a line for each model, 24 high, with 100 points on a width of
 * 200.
 *
 * @param sentence what can be said of all models, or why nothing can
 * @param moved names of the models that moved by more than chance, in a sentence
 * @param models those that moved most first; empty where a value does not link
 * @param values mean changes of the models on the values that link
 */
public record LinkedFigure(String sentence, String moved, List<ModelLine> models, List<ValueLine> values) {
    private static final int HEIGHT = 24;
    private static final double SCALE = 2;
    /** Of all models together (Holm). */
    private static final double ERRORS = 0.05;

    /**
     * @param style {@code moved} where the change is more than chance among as many models, {@code still} elsewhere
     * @param low where the mean now would lie at the low end of the interval
     * @param change in words, with its interval
     */
    @ByName
    public record ModelLine(
            Link model,
            String style,
            String y,
            String from,
            String to,
            String low,
            String high,
            String before,
            String after,
            String change) {}

    /** @param change in words, with its interval */
    public record ValueLine(String value, String change) {}

    static LinkedFigure of(LinkedPeriods linked, Edition edition, ValueSystem system, String month, Address here) {
        PageTexts words = edition.words();
        if (linked.scores() == null) {
            return new LinkedFigure(
                    words.text("changes.linked.broken")
                            .with("n", linked.fewest())
                            .with("wanted", LinkedScores.FEWEST_ANCHORS)
                            .with("topics", LinkedScores.FEWEST_TOPICS)
                            .get(),
                    "",
                    List.of(),
                    List.of());
        }
        List<ValueLine> values = IntStream.range(0, linked.values().size())
                .mapToObj(v -> new ValueLine(
                        name(system, linked.values().get(v)),
                        change(linked.scores().byValue().get(v), words)))
                .toList();
        if (!linked.whole()) {
            return new LinkedFigure(
                    words.text("changes.linked.part")
                            .with("n", linked.values().size())
                            .with(
                                    "all",
                                    linked.values().size() + linked.broken().size())
                            .with(
                                    "values",
                                    words.list(linked.broken().stream()
                                            .map(value -> name(system, value))
                                            .toList()))
                            .get(),
                    "",
                    List.of(),
                    values);
        }
        List<ModelLine> models = models(linked.scores(), edition, here);
        List<String> moved = models.stream()
                .filter(line -> line.style().equals("moved"))
                .map(line -> line.model().label())
                .toList();
        return new LinkedFigure(
                words.text("changes.linked.all")
                        .with("month", month)
                        .with("change", change(linked.scores().all(), words))
                        .with("n", linked.fewest())
                        .get(),
                moved.isEmpty()
                        ? words.get("changes.linked.none-moved")
                        : words.get("changes.linked.moved", "models", words.list(moved)),
                models,
                values);
    }

    private static List<ModelLine> models(LinkedScores scores, Edition edition, Address here) {
        List<Integer> order = IntStream.range(0, scores.models().size())
                .boxed()
                .sorted(Comparator.comparing(
                        m -> -Math.abs(scores.changes().get(m).mean())))
                .toList();
        double[] p = Holm.adjusted(scores.changes().stream()
                .mapToDouble(change -> change.p() == null ? 1 : change.p())
                .toArray());
        List<ModelLine> lines = new ArrayList<>();
        for (int m : order) {
            String id = scores.models().get(m);
            MeanChange change = scores.changes().get(m);
            Interval interval = change.interval();
            double before = scores.before().get(m);
            double after = scores.after().get(m);
            lines.add(LinkedFigureModelLineFields.builder()
                    .model(edition.places().model(id, here))
                    .style(p[m] <= ERRORS ? "moved" : "still")
                    .y(Figures.place(HEIGHT * lines.size() + HEIGHT / 2.0))
                    .from(place(before))
                    .to(place(after))
                    .low(place(before + interval.low()))
                    .high(place(before + interval.high()))
                    .before(Figures.one(before))
                    .after(Figures.one(after))
                    .change(change(change, edition.words()))
                    .build());
        }
        return lines;
    }

    static String change(MeanChange change, PageTexts words) {
        return words.text("changes.linked.change")
                .with("points", signed(change.mean()))
                .with("low", signed(change.interval().low()))
                .with("high", signed(change.interval().high()))
                .get();
    }

    static String signed(double points) {
        String text = Figures.one(points);
        return points <= 0 || text.equals("0.0") ? text : "+" + text;
    }

    private static String place(double points) {
        return Figures.place(SCALE * Math.max(0, Math.min(100, points)));
    }

    private static String name(ValueSystem system, String value) {
        return HostileText.line(system.dimension(value).map(Dimension::name).orElse(value));
    }
}
