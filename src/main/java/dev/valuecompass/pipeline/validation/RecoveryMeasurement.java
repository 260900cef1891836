package dev.valuecompass.pipeline.validation;

import dev.valuecompass.items.Item;
import dev.valuecompass.llm.offline.Panel;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.scores.Conformity;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.LabelTable;
import dev.valuecompass.scores.Scoring;
import dev.valuecompass.scores.TeamStrength;
import dev.valuecompass.scores.statistics.GoldCorrection;
import dev.valuecompass.scores.statistics.ItemBootstrap;
import dev.valuecompass.scores.statistics.Separation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Holds what was scored against what is true, for one system. */
final class RecoveryMeasurement {
    private final RunSetting setting;
    private final ValueSystem system;
    private final List<String> models;
    private final SimulationQuestions questions;
    private final double[][] propensity;
    private final double[][] population;
    private final double[][][] asked;

    RecoveryMeasurement(
            RunSetting setting,
            ValueSystem system,
            Panel panel,
            PanelAnswering answering,
            SimulationQuestions questions) {
        this.setting = setting;
        this.system = system;
        this.models = panel.models();
        this.questions = questions;
        long seed = setting.leaderboard().evaluation().seed();
        List<String> dimensions = system.dimensionIds();
        this.propensity =
                matrix((m, d) -> panel.propensity(panel.members().get(m), system.id(), dimensions.get(d), seed));
        this.population =
                matrix((m, d) -> answering.expected(models.get(m), dimensions.get(d), questions.population()));
        List<Item> all = questions.all();
        this.asked = new double[all.size()][][];
        for (int i = 0; i < all.size(); i++) {
            List<Item> one = List.of(all.get(i));
            asked[i] = matrix((m, d) -> answering.expected(models.get(m), dimensions.get(d), one));
        }
    }

    /**
     * @param labels of the models, then of their twins
     * @param others tables of other seeds, for comparing twins alone
     * @param bars what is known of the recogniser's error; null for true labels
     * @param truth the labels as they are; null where {@code labels} are these
     */
    Recoverability.Row row(
            String source, int items, LabelTable labels, List<LabelTable> others, ErrorBars bars, LabelTable truth) {
        List<List<Integer>> blocks = questions.blocks(items);
        Map<String, List<Double>> correlations = new LinkedHashMap<>();
        Counts tally = new Counts();
        for (List<Integer> block : blocks) {
            LabelTable part =
                    labels.part(block, IntStream.range(0, models.size()).boxed().toList());
            if (truth != null) {
                correct(block, part, truth, tally);
            }
            Conformity conformity = new Conformity(part);
            ItemBootstrap bootstrap = new ItemBootstrap(part, scoring().resamples(), seed());
            for (int d = 0; d < system.dimensions().size(); d++) {
                int dimension = d;
                for (int m = 0; m < models.size(); m++) {
                    Double score = conformity.score(m, d);
                    Interval interval = bootstrap.interval(m, d, scoring().level());
                    tally.add(score, interval, population[m][d], over(block, m, d));
                    if (bars != null && interval != null) {
                        tally.card.add(bars.byCard(score, interval), population[m][d]);
                        tally.gold.add(bars.byGold(d, score, interval), population[m][d]);
                    }
                }
                correlations
                        .computeIfAbsent(system.dimensionIds().get(d), id -> new ArrayList<>())
                        .add(spearman(m -> conformity.score(m, dimension), d));
            }
        }
        int pairs = 0;
        int apart = 0;
        List<LabelTable> tables = new ArrayList<>(List.of(labels));
        tables.addAll(others);
        for (LabelTable table : tables) {
            for (List<Integer> block : blocks) {
                for (int m = 0; m < models.size(); m++) {
                    pairs++;
                    apart += apart(table.part(block, List.of(m, m + models.size()))) ? 1 : 0;
                }
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        correlations.forEach((dimension, values) -> means.put(dimension, mean(values)));
        return RecoverabilityRowFields.builder()
                .system(system.id())
                .labels(source)
                .items(items)
                .blocks(blocks.size())
                .spearman(mean(new ArrayList<>(means.values())))
                .byDimension(means)
                .error(tally.error())
                .intervals(tally.intervals)
                .coverage(tally.share(tally.held))
                .coverageAsked(tally.share(tally.heldAsked))
                .sampling(tally.sampling.bars())
                .read(tally.card.bars())
                .gold(tally.gold.bars())
                .corrected(tally.corrected())
                .twins(pairs)
                .toldApart(pairs == 0 ? null : (double) apart / pairs)
                .build();
    }

    private void correct(List<Integer> block, LabelTable part, LabelTable truth, Counts tally) {
        LabelTable shown =
                truth.part(block, IntStream.range(0, models.size()).boxed().toList());
        for (int labels : GoldSimulation.LABELS) {
            for (int drawn = 0; drawn < GoldSimulation.DRAWS; drawn++) {
                correct(GoldSimulation.levels(part, shown, labels, drawn, seed()), tally.corrected(labels));
            }
        }
    }

    private void correct(List<List<GoldCorrection.Level>> levels, CorrectedScores tally) {
        for (int d = 0; d < levels.size(); d++) {
            List<GoldCorrection.Level> ofValue = levels.get(d);
            for (int m = 0; m < models.size(); m++) {
                if (ofValue.get(m) != null) {
                    tally.add(ofValue.get(m), scoring().level(), population[m][d]);
                }
            }
            tally.orders.add(
                    spearman(m -> ofValue.get(m) == null ? null : ofValue.get(m).level(), d));
        }
    }

    /** Counts of what held. */
    private static final class Counts {
        private int scores;
        private double errors;
        private int intervals;
        private int held;
        private int heldAsked;
        private final IntervalCoverage sampling = new IntervalCoverage();
        private final IntervalCoverage card = new IntervalCoverage();
        private final IntervalCoverage gold = new IntervalCoverage();
        private final SortedMap<Integer, CorrectedScores> corrected = new TreeMap<>();

        void add(Double score, Interval interval, double population, double asked) {
            if (score != null) {
                scores++;
                errors += Math.abs(score - population);
            }
            if (interval != null) {
                intervals++;
                sampling.add(interval, population);
                held += holds(interval, population) ? 1 : 0;
                heldAsked += holds(interval, asked) ? 1 : 0;
            }
        }

        CorrectedScores corrected(int labels) {
            return corrected.computeIfAbsent(labels, n -> new CorrectedScores());
        }

        List<Recoverability.Corrected> corrected() {
            List<Recoverability.Corrected> all = new ArrayList<>();
            corrected.forEach((labels, scores) -> {
                if (scores.intervals.made > 0) {
                    all.add(scores.with(labels));
                }
            });
            return all;
        }

        Double error() {
            return scores == 0 ? null : errors / scores;
        }

        Double share(int count) {
            return intervals == 0 ? null : (double) count / intervals;
        }
    }

    /** Scores corrected by so many labels. */
    private static final class CorrectedScores {
        private final IntervalCoverage intervals = new IntervalCoverage();
        private final List<Double> orders = new ArrayList<>();
        private double errors;

        void add(GoldCorrection.Level level, double confidence, double population) {
            intervals.add(level.interval(confidence), population);
            errors += Math.abs(level.level() - population);
        }

        Recoverability.Corrected with(int labels) {
            return new Recoverability.Corrected(labels, mean(orders), errors / intervals.made, intervals.bars());
        }
    }

    /** Intervals of one kind. */
    private static final class IntervalCoverage {
        private int made;
        private int held;
        private double widths;

        void add(Interval interval, double truth) {
            made++;
            held += holds(interval, truth) ? 1 : 0;
            widths += interval.high() - interval.low();
        }

        Recoverability.Bars bars() {
            return made == 0 ? null : new Recoverability.Bars((double) held / made, widths / made);
        }
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    /** Expected over those questions of a block that measure the dimension. */
    private double over(List<Integer> block, int model, int dimension) {
        return block.stream()
                .mapToDouble(i -> asked[i][model][dimension])
                .filter(rate -> !Double.isNaN(rate))
                .average()
                .orElse(Double.NaN);
    }

    private Double spearman(IntFunction<Double> ofModel, int dimension) {
        double[] scores = new double[models.size()];
        double[] truths = new double[models.size()];
        for (int m = 0; m < models.size(); m++) {
            Double score = ofModel.apply(m);
            if (score == null) {
                return null;
            }
            scores[m] = score;
            truths[m] = propensity[m][dimension];
        }
        double rho = models.size() < 3 ? Double.NaN : new SpearmansCorrelation().correlation(scores, truths);
        return Double.isNaN(rho) ? null : rho;
    }

    private boolean apart(LabelTable twins) {
        List<Separation.RankGroup> groups =
                Separation.of(twins, scoring(), seed()).groups();
        return groups.size() > 1;
    }

    private Scoring scoring() {
        return new Scoring(1, setting.leaderboard().evaluation().resamples(), 0.9, TeamStrength.MEAN);
    }

    private long seed() {
        return setting.leaderboard().evaluation().seed();
    }

    private static Double mean(List<Double> values) {
        return values.stream().anyMatch(Objects::nonNull)
                ? values.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(x -> x)
                        .average()
                        .orElseThrow()
                : null;
    }

    /** A figure for each model and dimension. */
    private interface Measure {
        double of(int model, int dimension);
    }

    private double[][] matrix(Measure figure) {
        double[][] matrix = new double[models.size()][system.dimensions().size()];
        for (int m = 0; m < matrix.length; m++) {
            for (int d = 0; d < matrix[m].length; d++) {
                matrix[m][d] = figure.of(m, d);
            }
        }
        return matrix;
    }
}
