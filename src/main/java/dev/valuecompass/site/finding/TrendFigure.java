package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.findings.LinkedPeriods;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Reasons;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A system over three periods or more, each linked to the one before, and why the line begins where it does. The picture is 300
 * wide and 100 high.
 *
 * @param sentence how far the models moved over all periods, and which by more than chance; empty where fewer than three are tied
 * @param begins why the line does not go further back; empty where there is no earlier period
 * @param line of the picture, a path; empty with the sentence, as all that follows
 * @param band where the line may lie, a path
 * @param zero height of no change
 * @param ticks on the axis of points
 * @param periods oldest first
 * @param models in all of the periods, those that moved most first
 */
public record TrendFigure(
        String sentence,
        String begins,
        String line,
        String band,
        String zero,
        List<Tick> ticks,
        List<PeriodLine> periods,
        List<ModelLine> models) {
    /** As many links as the validation tried. */
    public static final int MOST_LINKS = 11;

    private static final int FEWEST_LINKS = 2;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 100;
    /** Points to both sides of no change that are always in the picture. */
    private static final double LEAST_REACH = 5;

    /** @param y its height @param points in words */
    public record Tick(String y, String points) {}

    /** @param x its place @param y of the mean @param since change since the first period @param step since the one before */
    public record PeriodLine(String month, String x, String y, String since, String step) {}

    /** @param change over all periods, in words, with its interval */
    public record ModelLine(Link model, String change) {}

    /**
     * @param chain links from the latest back
     * @return null where there is no third period that could be told of, or the latest link does not hold, which is told elsewhere
     */
    static TrendFigure of(List<PeriodLink> chain, ValueSystem system, Edition edition, Address here) {
        List<LinkedPeriods> links = chain.stream()
                .map(link -> link.system(system.id()).filter(LinkedPeriods::whole))
                .takeWhile(link -> link.isPresent())
                .map(link -> link.orElseThrow())
                .toList();
        if (links.isEmpty() || chain.size() < FEWEST_LINKS) {
            return null;
        }
        PageTexts words = edition.words();
        String begins = links.size() < chain.size()
                ? begins(chain.get(links.size()), system, words)
                : links.size() == MOST_LINKS ? words.get("changes.trend.longest", "n", MOST_LINKS + 1) : "";
        return links.size() < FEWEST_LINKS
                ? new TrendFigure("", begins, "", "", "", List.of(), List.of(), List.of())
                : new Drawing(oldestFirst(chain.subList(0, links.size())), oldestFirst(links), edition, here)
                        .figure(begins);
    }

    private static <T> List<T> oldestFirst(List<T> latestFirst) {
        return IntStream.range(0, latestFirst.size())
                .mapToObj(i -> latestFirst.get(latestFirst.size() - 1 - i))
                .toList();
    }

    private static String begins(PeriodLink broken, ValueSystem system, PageTexts words) {
        String why = !broken.measured()
                ? words.get("changes.trend.imported")
                : broken.system(system.id())
                        .map(link -> words.text("changes.trend.few")
                                .with("n", link.fewest())
                                .with("wanted", LinkedScores.FEWEST_ANCHORS)
                                .with("topics", LinkedScores.FEWEST_TOPICS)
                                .get())
                        .orElseGet(() -> broken.comparable().kind() == Comparability.Kind.NOTHING
                                ? words.get("changes.trend.other", "reasons", Reasons.of(broken.comparable(), words))
                                : words.get("changes.trend.values"));
        return words.sentences(words.get("changes.trend.begins", "month", words.month(broken.after())), why);
    }

    /** @param chain and links, both oldest first */
    private record Drawing(List<PeriodLink> chain, List<LinkedPeriods> links, Edition edition, Address here) {
        TrendFigure figure(String begins) {
            PageTexts words = edition.words();
            List<MeanChange> since = IntStream.rangeClosed(1, links.size())
                    .mapToObj(n -> MeanChange.chained(links.subList(0, n).stream()
                            .map(link -> link.scores().all())
                            .toList()))
                    .toList();
            double reach = since.stream()
                    .map(MeanChange::interval)
                    .mapToDouble(one -> Math.max(Math.abs(one.low()), Math.abs(one.high())))
                    .reduce(LEAST_REACH, Math::max);
            List<String[]> models = models(words);
            String moved = models.stream()
                    .filter(model -> model[2].equals("moved"))
                    .map(model -> model[0])
                    .map(id -> edition.places().model(id, here).label())
                    .collect(Collectors.collectingAndThen(
                            Collectors.toList(),
                            names -> names.isEmpty()
                                    ? words.get("changes.linked.none-moved")
                                    : words.get("changes.linked.moved", "models", words.list(names))));
            return new TrendFigure(
                    words.sentences(
                            words.text("changes.trend.all")
                                    .with("month", words.month(chain.get(0).before()))
                                    .with("n", links.size() + 1)
                                    .with("change", LinkedFigure.change(since.get(since.size() - 1), words))
                                    .get(),
                            moved),
                    begins,
                    path(since.stream().mapToDouble(MeanChange::mean).toArray(), reach),
                    band(since, reach),
                    y(0, reach),
                    List.of(
                            new Tick(y(reach, reach), LinkedFigure.signed(reach)),
                            new Tick(y(0, reach), "0"),
                            new Tick(y(-reach, reach), LinkedFigure.signed(-reach))),
                    periods(since, reach, words),
                    models.stream()
                            .map(model -> new ModelLine(edition.places().model(model[0], here), model[1]))
                            .toList());
        }

        private List<PeriodLine> periods(List<MeanChange> since, double reach, PageTexts words) {
            List<PeriodLine> periods = new ArrayList<>();
            periods.add(new PeriodLine(
                    words.month(chain.get(0).before()), x(0), y(0, reach), Figures.MISSING, Figures.MISSING));
            for (int i = 0; i < since.size(); i++) {
                periods.add(new PeriodLine(
                        words.month(chain.get(i).after()),
                        x(i + 1),
                        y(since.get(i).mean(), reach),
                        LinkedFigure.change(since.get(i), words),
                        LinkedFigure.change(links.get(i).scores().all(), words)));
            }
            return periods;
        }

        /** Id, change in words, and whether it is more than chance, of each model that is in all links. */
        private List<String[]> models(PageTexts words) {
            List<String> all = new ArrayList<>(links.get(0).scores().models());
            links.forEach(link -> all.retainAll(link.scores().models()));
            record Moved(String model, MeanChange change) {}
            return all.stream()
                    .map(model -> new Moved(
                            model,
                            MeanChange.chained(links.stream()
                                    .map(LinkedPeriods::scores)
                                    .map(one -> one.changes().get(one.models().indexOf(model)))
                                    .toList())))
                    .sorted(Comparator.comparing(one -> -Math.abs(one.change().mean())))
                    .map(one -> {
                        return new String[] {
                            one.model(),
                            LinkedFigure.change(one.change(), words),
                            one.change().beyondChance(all.size()) ? "moved" : "still"
                        };
                    })
                    .toList();
        }

        private String x(int period) {
            return Figures.place(WIDTH * period / links.size());
        }

        private static String y(double points, double reach) {
            return Figures.place(HEIGHT / 2 * (1 - points / reach));
        }

        private String path(double[] points, double reach) {
            return "M" + x(0) + " " + y(0, reach)
                    + IntStream.range(0, points.length)
                            .mapToObj(i -> "L" + x(i + 1) + " " + y(points[i], reach))
                            .collect(Collectors.joining());
        }

        private String band(List<MeanChange> since, double reach) {
            String back = IntStream.range(0, since.size())
                    .map(i -> since.size() - 1 - i)
                    .mapToObj(i ->
                            "L" + x(i + 1) + " " + y(since.get(i).interval().low(), reach))
                    .collect(Collectors.joining());
            return path(since.stream().mapToDouble(one -> one.interval().high()).toArray(), reach) + back + "Z";
        }
    }
}
