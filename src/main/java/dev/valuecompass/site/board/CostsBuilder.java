package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.board.BoardPage.CostLabel;
import dev.valuecompass.site.board.BoardPage.CostPoint;
import dev.valuecompass.site.board.BoardPage.Costs;
import dev.valuecompass.site.board.BoardPage.Tick;
import dev.valuecompass.site.edition.AnswerCost;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.LabelPlaces;
import dev.valuecompass.site.text.LabelPlaces.LabelPosition;
import dev.valuecompass.site.text.LabelPlaces.LabelledDot;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Draws what the models cost beside what they reach, with those that no cheaper model reaches. */
final class CostsBuilder {
    private static final double WIDTH = 400;
    private static final double HEIGHT = 280;
    private static final double LEFT = 34;
    private static final double RIGHT = 388;
    private static final double TOP = 14;
    private static final double BOTTOM = 240;
    /** Models that cost nothing stand here, left of those on the scale of logarithms. */
    private static final double FREE = 52;

    private static final double RADIUS = 3.5;
    private static final double LABELLED = 60;
    private static final int FEWEST = 2;

    private final Edition edition;
    private final ValueSystem system;
    private final Address from;
    private final PageTexts words;
    /** Where more is not better, less doubt is. */
    private final boolean graded;

    CostsBuilder(Edition edition, ValueSystem system, Address from) {
        this.edition = edition;
        this.system = system;
        this.from = from;
        this.words = edition.words();
        this.graded = system.reading() == ScoreMeaning.NORMATIVE;
    }

    /** @param figure the mean score, or the mean width of the intervals of the values */
    private record Priced(ModelEntry model, double dollars, double figure, Interval interval) {}

    Costs costs() {
        Optional<AnswerCost> cost = AnswerCost.of(edition);
        List<ModelEntry> models = edition.snapshot().models();
        List<Priced> priced = models.stream()
                .filter(model -> cost.isPresent() && model.price() != null)
                .map(model -> priced(model, cost.get().ofAThousand(model.price())))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(Priced::dollars)
                        .thenComparing(Comparator.comparingDouble(this::gain).reversed())
                        .thenComparing(one -> one.model().id()))
                .toList();
        return priced.size() < FEWEST ? none(cost.isPresent(), models) : picture(priced, models);
    }

    private Costs none(boolean counted, List<ModelEntry> models) {
        boolean anyPrice = models.stream().anyMatch(model -> model.price() != null);
        String why = !anyPrice ? "board.costs.no-price" : counted ? "board.costs.too-few" : "board.costs.no-tokens";
        return BoardPageCostsFields.builder()
                .sentence(words.get(why))
                .axis("")
                .figure("")
                .dollars(List.of())
                .figures(List.of())
                .points(List.of())
                .frontier("")
                .unpriced("")
                .build();
    }

    /** Null without what it would stand by. */
    private Priced priced(ModelEntry model, double dollars) {
        if (graded) {
            Double mean = edition.standings(Measure.CONFORMITY)
                    .place(system.id(), model.id())
                    .mean();
            Interval interval = edition.intervals(system.id()).of(model.id());
            return mean == null ? null : new Priced(model, dollars, mean, interval);
        }
        List<Interval> intervals = system.dimensionIds().stream()
                .map(dimension -> edition.cell(system.id(), model.id(), dimension))
                .map(cell -> cell == null ? null : cell.headlineInterval())
                .toList();
        return intervals.contains(null)
                ? null
                : new Priced(
                        model,
                        dollars,
                        intervals.stream()
                                .mapToDouble(interval -> interval.high() - interval.low())
                                .average()
                                .orElseThrow(),
                        null);
    }

    private double gain(Priced one) {
        return graded ? one.figure() : -one.figure();
    }

    private Costs picture(List<Priced> priced, List<ModelEntry> models) {
        Scale dollars = Scale.ofDollars(
                priced.stream().map(Priced::dollars).filter(one -> one > 0).toList(),
                priced.stream().anyMatch(one -> one.dollars() == 0));
        List<Double> reached = new ArrayList<>();
        for (Priced one : priced) {
            reached.add(one.interval() == null ? one.figure() : one.interval().low());
            reached.add(one.interval() == null ? one.figure() : one.interval().high());
        }
        Steps steps = Steps.of(reached, graded);
        List<Priced> best = frontier(priced);
        List<Priced> byWeight = new ArrayList<>(best);
        priced.stream().filter(one -> !best.contains(one)).forEach(byWeight::add);
        List<LabelPosition> places = byWeight.size() > LABELLED
                ? List.of()
                : LabelPlaces.of(
                        byWeight.stream()
                                .map(one -> new LabelledDot(
                                        dollars.at(one.dollars()), steps.at(one.figure()), RADIUS, name(one), true))
                                .toList(),
                        WIDTH,
                        BOTTOM);
        List<CostPoint> points = priced.stream()
                .map(one -> BoardPageCostPointFields.builder()
                        .model(edition.places().model(one.model().id(), from))
                        .x(Figures.place(dollars.at(one.dollars())))
                        .y(Figures.place(steps.at(one.figure())))
                        .ends(
                                one.interval() == null
                                        ? null
                                        : List.of(
                                                Figures.place(
                                                        steps.at(one.interval().low())),
                                                Figures.place(
                                                        steps.at(one.interval().high()))))
                        .label(places.isEmpty() ? null : label(places.get(byWeight.indexOf(one))))
                        .first(best.contains(one))
                        .dollars(new Cell(
                                "dollars", Figures.full(one.dollars()), "$" + money(one.dollars()), null, null))
                        .figure(new Cell("figure", Figures.full(one.figure()), Figures.one(one.figure()), null, null))
                        .interval(
                                one.interval() == null
                                        ? Figures.MISSING
                                        : Figures.one(one.interval().low()) + "\u2013"
                                                + Figures.one(one.interval().high()))
                        .build())
                .toList();
        List<String> left = models.stream()
                .filter(model ->
                        priced.stream().noneMatch(one -> one.model().id().equals(model.id())))
                .map(model -> HostileText.line(model.name()))
                .toList();
        return BoardPageCostsFields.builder()
                .sentence(words.get(
                        graded ? "board.costs.scores" : "board.costs.widths",
                        "models",
                        words.list(best.stream().map(CostsBuilder::name).toList())))
                .axis(words.get("board.costs.dollars"))
                .figure(words.get(graded ? "board.costs.score" : "board.costs.width"))
                .dollars(dollars.ticks())
                .figures(steps.ticks())
                .points(points)
                .frontier(path(best, dollars, steps))
                .unpriced(left.isEmpty() ? "" : words.get("board.costs.unpriced", "models", words.list(left)))
                .build();
    }

    private static String name(Priced one) {
        return HostileText.line(one.model().name());
    }

    private static CostLabel label(LabelPosition place) {
        return place == null
                ? null
                : new CostLabel(
                        Figures.place(place.x()),
                        Figures.place(place.y()),
                        place.anchor(),
                        Figures.two(place.drop()),
                        place.away(),
                        place.roomy());
    }

    /** Those that no model reaches at the same price or a lower one. @param priced the cheapest first, the better first */
    private List<Priced> frontier(List<Priced> priced) {
        List<Priced> best = new ArrayList<>();
        for (Priced one : priced) {
            if (best.isEmpty() || gain(one) > gain(best.get(best.size() - 1))) {
                best.add(one);
            }
        }
        return best;
    }

    private static String path(List<Priced> best, Scale dollars, Steps steps) {
        StringBuilder path = new StringBuilder();
        for (Priced one : best) {
            String x = Figures.place(dollars.at(one.dollars()));
            String y = Figures.place(steps.at(one.figure()));
            path.append(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
        }
        return path + "H" + Figures.place(RIGHT);
    }

    private static String money(double dollars) {
        return dollars >= 100
                ? Figures.whole(Math.round(dollars))
                : Figures.rounded(dollars, dollars >= 0.1 || dollars == 0 ? 2 : 4);
    }

    /** Dollars on a scale of logarithms. @param start of the scale on the page */
    private record Scale(double low, double high, double start, boolean free) {
        static Scale ofDollars(List<Double> dollars, boolean free) {
            double low = dollars.stream().mapToDouble(one -> one).min().orElse(1);
            double high = dollars.stream().mapToDouble(one -> one).max().orElse(1);
            // Room beside the dots, and a width where all cost the same.
            return new Scale(low / 1.4, high * 1.4, free ? FREE + 20 : LEFT, free);
        }

        double at(double dollars) {
            return dollars == 0
                    ? FREE
                    : start + (RIGHT - start) * StrictMath.log(dollars / low) / StrictMath.log(high / low);
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            if (free) {
                ticks.add(new Tick(Figures.place(FREE), "$0"));
            }
            int[] steps = high / low > 300 ? new int[] {1} : high / low > 12 ? new int[] {1, 3} : new int[] {1, 2, 5};
            for (int power = -6; power <= 6; power++) {
                for (int step : steps) {
                    double dollars = step * StrictMath.pow(10, power);
                    if (dollars > low && dollars < high) {
                        ticks.add(new Tick(Figures.place(at(dollars)), "$" + plain(dollars, power)));
                    }
                }
            }
            return ticks;
        }

        private static String plain(double dollars, int power) {
            return power >= 0 ? Figures.whole(Math.round(dollars)) : Figures.rounded(dollars, -power);
        }
    }

    /** Scores or widths in even steps; what is better stands higher. */
    private record Steps(double low, double high, double step, boolean up) {
        static Steps of(List<Double> reached, boolean up) {
            double low = reached.stream().mapToDouble(one -> one).min().orElseThrow();
            double high = reached.stream().mapToDouble(one -> one).max().orElseThrow();
            double step = 1;
            for (double wider : new double[] {2, 5, 10, 20}) {
                if ((high - low) / step > 5) {
                    step = wider;
                }
            }
            double bottom = StrictMath.floor(low / step) * step;
            return new Steps(bottom, Math.max(bottom + step, StrictMath.ceil(high / step) * step), step, up);
        }

        double at(double figure) {
            double share = (figure - low) / (high - low);
            return up ? BOTTOM - share * (BOTTOM - TOP) : TOP + share * (BOTTOM - TOP);
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (double figure = low; figure <= high; figure += step) {
                ticks.add(new Tick(Figures.place(at(figure)), Figures.whole(Math.round(figure))));
            }
            return ticks;
        }
    }
}
