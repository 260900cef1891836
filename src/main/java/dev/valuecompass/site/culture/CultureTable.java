package dev.valuecompass.site.culture;

import dev.valuecompass.scores.culture.CultureFit;
import dev.valuecompass.scores.culture.CultureFit.Formula;
import dev.valuecompass.scores.culture.FitSignificance;
import dev.valuecompass.site.board.Boards;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.view.Cell;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fits of every model of a period with every culture of one series. */
final class CultureTable {
    static final Formula FORMULA = Formula.SPEARMAN;

    private final Edition edition;
    private final CultureSeries series;
    private final ValueSystem system;
    private final List<Culture> cultures;
    private final Double critical;

    /** A culture and how well the model fits it. @param value null when it cannot be said */
    record Fit(Culture culture, Double value, String reason) {}

    CultureTable(Edition edition, CultureSeries series, ValueSystem system) {
        this.edition = edition;
        this.series = series;
        this.system = system;
        this.cultures = series.cultures().stream()
                .filter(culture -> culture.scores().keySet().containsAll(system.dimensionIds()))
                .sorted(Comparator.comparing(Culture::code).thenComparing(Culture::id))
                .toList();
        this.critical = FitSignificance.criticalRho(system.dimensions().size());
    }

    CultureSeries series() {
        return series;
    }

    ValueSystem system() {
        return system;
    }

    /** Cultures that have every dimension of the frozen system, by code. */
    List<Culture> cultures() {
        return cultures;
    }

    /** One fit for each of {@link #cultures()}, in their order. */
    List<Fit> fits(ModelEntry model) {
        Map<String, Double> scores = new HashMap<>();
        for (String dimension : system.dimensionIds()) {
            Double score = edition.figure(Measure.CONFORMITY, system.id(), model.id(), dimension);
            if (score != null) {
                scores.put(dimension, score);
            }
        }
        List<Fit> fits = new ArrayList<>();
        for (Culture culture : cultures) {
            CultureFit fit = CultureFit.of(FORMULA, system.dimensionIds(), scores, culture.scores());
            fits.add(new Fit(culture, fit.value(), fit.reason()));
        }
        return fits;
    }

    /** Those that can be said, best first. */
    static List<Fit> best(List<Fit> fits) {
        return fits.stream()
                .filter(fit -> fit.value() != null)
                .sorted(Comparator.comparing(Fit::value)
                        .reversed()
                        .thenComparing(fit -> fit.culture().id()))
                .toList();
    }

    Cell cell(Fit fit) {
        Double value = fit.value();
        if (value == null) {
            return new Cell(fit.culture().id(), null, Figures.MISSING, fit.reason(), null);
        }
        String text = Figures.two(value);
        return new Cell(
                fit.culture().id(),
                Figures.full(value),
                says(value) ? text : "(" + text + ")",
                fit.culture().country(),
                Boards.heat(50 * (value + 1)));
    }

    /** Whether a fit is more than chance often produces. */
    private boolean says(double value) {
        return critical != null && Math.abs(value) >= critical;
    }

    /** The bound in a sentence. */
    String bound() {
        int n = system.dimensions().size();
        return critical == null
                ? "With " + n + " values, no fit can be told from chance; all are in brackets."
                : "With " + n + " values, chance alone reaches " + Figures.two(critical)
                        + " or more, in either direction, about once in twenty times; fits below that are in brackets.";
    }

    /** Which culture fits a model best, and whether that can be told from the next. */
    String statement(List<Fit> fits) {
        List<Fit> best = best(fits);
        if (best.isEmpty()) {
            return "No fit can be computed: "
                    + (fits.isEmpty()
                            ? "no culture has every value"
                            : fits.get(0).reason()) + ".";
        }
        Fit first = best.get(0);
        String head = first.culture().country() + " fits best (" + Figures.two(first.value()) + ")";
        if (!says(first.value())) {
            return head + ", but no more than chance may produce.";
        }
        if (best.size() == 1) {
            return head + ".";
        }
        Fit second = best.get(1);
        CultureFit between = CultureFit.of(
                FORMULA,
                system.dimensionIds(),
                first.culture().scores(),
                second.culture().scores());
        boolean separable = between.value() != null
                && FitSignificance.separable(first.value(), second.value(), between.value(), between.n());
        return head
                + (separable ? ", more than the second, " : ", which cannot be told from the second, ")
                + second.culture().country() + " (" + Figures.two(second.value()) + ").";
    }
}
