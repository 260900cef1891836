package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.responses.OutcomeCounts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.Separation;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.EqualWeightMeans;
import dev.valuecompass.site.edition.GoldAgreement;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Builds the table of all models on one value system. */
public final class BoardBuilder {
    /** Class names of the steps of the scale, ten points each. */
    private static final List<String> TINTS = IntStream.rangeClosed(0, 10)
            .mapToObj(step -> "heat-" + (step < 10 ? "0" : "") + step)
            .toList();

    private final Edition edition;
    private final ValueSystem system;
    private final Measure measure;
    /** Models of which answers are published. */
    private final Set<String> answered;

    public BoardBuilder(Edition edition, SystemResult result, Measure measure) {
        this.edition = edition;
        this.system = result.system();
        this.measure = measure;
        this.answered = edition.record().cases().entrySet().stream()
                .filter(cases ->
                        cases.getValue().stream().anyMatch(one -> one.system().equals(system.id())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    ValueSystem system() {
        return system;
    }

    /** @param from the page that the table stands on */
    public Board build(Address from, String caption) {
        List<RankedModel> ranked = order(edition.standings(measure).board(system.id()), isRanked());
        Map<String, Integer> standings = standings();
        List<Board.Row> rows = IntStream.range(0, ranked.size())
                .mapToObj(i -> {
                    Integer standing = standings.get(ranked.get(i).model().id());
                    return row(ranked.get(i), standing == null || standing == i + 1 ? null : standing, from);
                })
                .toList();
        return BoardFields.builder()
                .id("board-" + Slugs.of(system.id()))
                .system(system.id())
                .period(edition.period())
                .page(from.to(
                        measure == Measure.WIN_RATE
                                ? edition.places().winRates(system.id())
                                : edition.places().board(system.id())))
                .measure(measure.id())
                .caption(caption)
                .ranked(isRanked())
                .uncertainty(edition.words().sentences(uncertainty(rows), error(), reading()))
                .level(measure == Measure.CONFORMITY ? level() : null)
                .bands(List.of())
                .columns(system.dimensions().stream()
                        .map(dimension -> column(dimension, from))
                        .toList())
                .rows(rows)
                .panel(panel(ranked))
                .unranked(unranked())
                .build();
    }

    private boolean isRanked() {
        return system.reading() == ScoreMeaning.NORMATIVE;
    }

    /** As they stand, or by name where a high mean is not better. */
    static List<RankedModel> order(List<RankedModel> ranked, boolean isRanked) {
        return isRanked
                ? ranked
                : ranked.stream()
                        .sorted(Comparator.comparing(
                                        (RankedModel one) ->
                                                HostileText.line(one.model().name()),
                                        NameOrder.OF_NAMES)
                                .thenComparing(one -> one.model().id()))
                        .toList();
    }

    private Board.Column column(Dimension dimension, Address from) {
        return new Board.Column(
                "dim:" + dimension.id(),
                dimension.name(),
                dimension.definition(),
                measure == Measure.CONFORMITY ? from.to(edition.places().value(system.id(), dimension.id())) : null);
    }

    private Cell rank(RankedModel ranked) {
        Separation.RankInterval range = measure == Measure.CONFORMITY
                ? edition.intervals(system.id()).range(ranked.model().id())
                : null;
        return new Cell(
                "rank",
                ranked.place() == null ? null : ranked.rank(),
                ranked.rank(),
                range == null || ranked.place() == null ? null : range.low() + "\u2013" + range.high(),
                null);
    }

    private String together(String model) {
        Separation.RankInterval range =
                measure == Measure.CONFORMITY ? edition.intervals(system.id()).range(model) : null;
        return range == null
                ? null
                : range.together().stream()
                        .map(run -> run.first() == run.last()
                                ? Integer.toString(run.first())
                                : run.first() + "-" + run.last())
                        .collect(Collectors.joining(","));
    }

    /** The places that the tests of pairs count by, of the models that were tested. */
    private Map<String, Integer> standings() {
        Map<String, Integer> standings = new HashMap<>();
        if (measure == Measure.CONFORMITY) {
            edition.intervals(system.id())
                    .places()
                    .forEach(place -> standings.put(place.model(), standings.size() + 1));
        }
        return standings;
    }

    private Board.Row row(RankedModel ranked, Integer standing, Address from) {
        ModelEntry model = ranked.model();
        Interval interval =
                measure == Measure.CONFORMITY ? edition.intervals(system.id()).of(model.id()) : null;
        List<Cell> cells = system.dimensions().stream()
                .map(dimension -> cell(model.id(), dimension))
                .toList();
        return BoardRowFields.builder()
                .id(model.id())
                .href(from.to(edition.places().modelPage(model.id())))
                .facts(facts(model, edition.words()))
                .rank(rank(ranked))
                .mean(mean(ranked, cells, edition.words()))
                .bar(bar(ranked.mean(), interval))
                .standing(standing)
                .together(together(model.id()))
                .cells(cells)
                .doors(system.dimensions().stream()
                        .map(dimension -> door(model.id(), dimension, from))
                        .toList())
                .coverage(coverage(coverage(model.id()), edition.words()))
                .filtered(filtered(counts(model.id())))
                .build();
    }

    /** The answers of the model on a dimension, or the model on the system where none is published. */
    String door(String model, Dimension dimension, Address from) {
        if (edition.snapshot().models().size() > Board.LONGEST_WITH_DETAILS) {
            return null;
        }
        String page = from.to(edition.places().modelPage(model));
        return answered.contains(model)
                ? page + "?value=" + Address.query(dimension.id()) + "#cases-" + Slugs.of(system.id())
                : page + "#profile-" + Slugs.of(system.id());
    }

    /** How much of what was asked is scored; null when the source does not say. @param all how everything ended */
    record Coverage(int scored, OutcomeCounts all) {
        Coverage and(Coverage other) {
            return new Coverage(scored + other.scored, CoverageTexts.of(List.of(all, other.all), false));
        }
    }

    Coverage coverage(String model) {
        OutcomeCounts counts = counts(model);
        return counts == null
                ? null
                : new Coverage(
                        CoverageTexts.scored(counts, system, edition.snapshot().run()), counts);
    }

    /** Answers that a filter stopped, where the period says what they are worth; null elsewhere. */
    private Cell filtered(OutcomeCounts counts) {
        RunProvenance run = edition.snapshot().run();
        if (counts == null || run == null || run.filteredConforms() == null || !system.refusalConforms()) {
            return null;
        }
        return new Cell(
                "filtered",
                Integer.toString(counts.filtered()),
                Figures.whole(counts.filtered()) + "/" + Figures.whole(counts.asked()),
                edition.words().get(run.filteredConforms() ? "board.filtered-conforms" : "board.filtered-unscored"),
                null);
    }

    /** Of each model that has no figures since too little of it could be scored, why. */
    private List<String> unranked() {
        RunProvenance run = edition.snapshot().run();
        if (measure != Measure.CONFORMITY || run == null) {
            return List.of();
        }
        double minimum = run.scoring().minimumCoverage();
        List<String> reasons = new ArrayList<>();
        for (ModelEntry model : edition.snapshot().models()) {
            Coverage coverage = coverage(model.id());
            if (coverage != null && coverage.scored() < minimum * coverage.all().asked()) {
                reasons.add(edition.words()
                        .text("board.unranked")
                        .with("model", HostileText.line(model.name()))
                        .with("scored", coverage.scored())
                        .with("asked", coverage.all().asked())
                        .with("needed", Figures.rounded(100 * minimum, 0))
                        .get());
            }
        }
        return reasons;
    }

    public static Board.Facts facts(ModelEntry model, PageTexts words) {
        return BoardFactsFields.builder()
                .name(HostileText.line(model.name()))
                .developer(HostileText.line(model.developer()))
                .family(HostileText.line(model.family()))
                .country(HostileText.line(model.country()))
                .countryName(HostileText.line(words.country(model.country())))
                .open(model.open())
                .reasoning(model.reasoning())
                .released(model.released() == null ? null : model.released().toString())
                .size(Figures.full(model.sizeBillions()))
                .licence(HostileText.line(model.licence()))
                .build();
    }

    static Cell mean(RankedModel ranked, List<Cell> cells, PageTexts words) {
        long missing = cells.stream().filter(cell -> cell.value() == null).count();
        String title = missing == 0 ? null : words.get("board.no-mean", "missing", missing, "all", cells.size());
        return new Cell("score", Figures.full(ranked.mean()), Figures.one(ranked.mean()), title, null);
    }

    static Board.IntervalBar bar(Double mean, Interval interval) {
        if (mean == null) {
            return null;
        }
        if (interval == null) {
            return new Board.IntervalBar(Figures.one(mean), null, null, null);
        }
        String low = Figures.one(interval.low());
        String high = Figures.one(interval.high());
        return new Board.IntervalBar(Figures.one(mean), low, high, low + "\u2013" + high);
    }

    Cell cell(String model, Dimension dimension) {
        ScoreCell score = edition.cell(system.id(), model, dimension.id());
        Double value = score == null ? null : measure.of(score);
        String key = "dim:" + dimension.id();
        if (value == null) {
            return new Cell(
                    key, null, Figures.MISSING, edition.words().get("board.no-score", "value", dimension.name()), null);
        }
        return new Cell(key, Figures.full(value), Figures.one(value), uncertainty(score), heat(value));
    }

    private String uncertainty(ScoreCell score) {
        if (measure == Measure.WIN_RATE) {
            Double spread = score.winRateSpread();
            return spread == null ? null : edition.words().get("board.win.spread", "points", Figures.one(spread));
        }
        Interval interval = score.headlineInterval();
        return interval == null ? null : Figures.one(interval.low()) + "\u2013" + Figures.one(interval.high());
    }

    /** @param value in [0, 100] */
    public static String heat(double value) {
        return TINTS.get((int) Math.round(Math.max(0, Math.min(100, value)) / 10));
    }

    /** What became of the questions; null when the source does not say. */
    private OutcomeCounts counts(String model) {
        List<OutcomeCounts> counts = system.dimensionIds().stream()
                .map(dimension -> edition.cell(system.id(), model, dimension))
                .filter(Objects::nonNull)
                .map(ScoreCell::counts)
                .filter(Objects::nonNull)
                .toList();
        return counts.isEmpty() ? null : CoverageTexts.of(counts, system.measures() == Measures.ALL);
    }

    static Cell coverage(Coverage coverage, PageTexts words) {
        if (coverage == null) {
            return new Cell("coverage", null, Figures.MISSING, words.get("board.coverage-unknown"), null);
        }
        OutcomeCounts all = coverage.all();
        Double share = all.asked() == 0 ? null : 100.0 * coverage.scored() / all.asked();
        return new Cell(
                "coverage",
                Figures.full(share),
                Figures.whole(coverage.scored()) + "/" + Figures.whole(all.asked()),
                CoverageTexts.text(all, words),
                null);
    }

    private String uncertainty(List<Board.Row> rows) {
        if (measure == Measure.WIN_RATE) {
            return edition.words().get("board.win.about");
        }
        boolean any =
                rows.stream().anyMatch(row -> row.bar() != null && row.bar().low() != null);
        if (!any) {
            return edition.words().get("board.uncertainty.unknown");
        }
        double level = Objects.requireNonNull(level());
        return edition.words()
                .get(
                        !edition.intervals(system.id()).resampled()
                                ? "board.uncertainty.widest"
                                : isRanked() ? "board.uncertainty.resampled" : "board.uncertainty.intervals",
                        "level",
                        Figures.rounded(100 * level, 0));
    }

    /** That the intervals hold the recogniser's error; empty where they do not. */
    private String error() {
        return measure != Measure.WIN_RATE && edition.intervals(system.id()).erring()
                ? edition.words().get(isRanked() ? "board.uncertainty.error" : "board.uncertainty.error-alone")
                : "";
    }

    /** How far a machine is behind the scores; empty where somebody else read. */
    private String reading() {
        if (measure == Measure.WIN_RATE || edition.imported()) {
            return "";
        }
        GoldAgreement people = GoldAgreement.of(edition.record(), system);
        String kappa = Figures.two(people.counts().kappa());
        boolean corrected = edition.snapshot().models().stream()
                .flatMap(model -> system.dimensionIds().stream()
                        .map(dimension -> edition.cell(system.id(), model.id(), dimension)))
                .anyMatch(cell -> cell != null && cell.corrected() != null);
        if (corrected) {
            return edition.words()
                    .text("board.reading.corrected")
                    .with("n", Figures.whole(people.counts().n()))
                    .with("kappa", kappa)
                    .get();
        }
        Optional<Double> known = Optional.ofNullable(people.counts().kappa())
                .or(() -> edition.snapshot().recognizers().stream()
                        .map(card -> card.people().get(system.id()))
                        .filter(Objects::nonNull)
                        .map(RecognizerCard.Quality::kappa)
                        .filter(Objects::nonNull)
                        .findFirst());
        return known.map(one -> edition.words().get("board.reading.machine", "kappa", Figures.two(one)))
                .orElseGet(() -> edition.words().get("board.reading.unknown"));
    }

    /** Null when no figure has an interval. */
    private Double level() {
        return edition.snapshot().systems().stream()
                .filter(result -> result.system().id().equals(system.id()))
                .flatMap(result -> result.scores().stream())
                .map(ScoreCell::interval)
                .filter(Objects::nonNull)
                .map(Interval::level)
                .findFirst()
                .orElse(null);
    }

    private List<Cell> panel(List<RankedModel> ranked) {
        List<Cell> means = new ArrayList<>();
        Double mean = EqualWeightMeans.overModels(
                ranked.stream().map(RankedModel::mean).toList());
        means.add(new Cell("score", Figures.full(mean), Figures.one(mean), null, null));
        for (Dimension dimension : system.dimensions()) {
            means.add(panel(dimension));
        }
        return means;
    }

    /** The mean of all models on one dimension. */
    Cell panel(Dimension dimension) {
        Double over = edition.standings(measure).mean(system.id(), dimension.id());
        return new Cell(
                "dim:" + dimension.id(), Figures.full(over), Figures.one(over), null, over == null ? null : heat(over));
    }
}
