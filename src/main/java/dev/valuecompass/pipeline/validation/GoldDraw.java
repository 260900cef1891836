package dev.valuecompass.pipeline.validation;

import dev.valuecompass.io.DataException;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws the answers of one system to label. The answers of each model are cut, on each value, into bands of about equal spread
 * by how likely the recogniser took the value to be shown; the bands are the strata. What a label can vary in a band is first
 * guessed from the reading, then learned from the labels there are.
 */
final class GoldDraw {
    private static final int MOST_BANDS = 3;
    /** A reading may be surer than it is right. */
    private static final double LEAST_VARIANCE = 0.05;
    /** Labels that the guess counts as many as. */
    private static final double GUESS_WEIGHS = 10;

    private final ValueSystem system;
    private final Map<String, DrawnAnswer> earlier;
    private final Map<String, String> settled;
    private final Path key;

    /**
     * @param earlier everything that was drawn before
     * @param gold labels so far
     * @param key the file of the earlier draws, for messages
     */
    GoldDraw(ValueSystem system, List<DrawnAnswer> earlier, List<GoldRecord> gold, Path key) {
        this.system = system;
        this.key = key;
        this.earlier = earlier.stream()
                .filter(one -> one.system().equals(system.id()))
                .collect(Collectors.toMap(DrawnAnswer::id, Function.identity()));
        this.settled = new TreeMap<>();
        gold.stream()
                .filter(GoldRecord::settled)
                .forEach(one -> settled.put(DrawnAnswer.id(one.model(), one.caseId(), one.dimension()), one.label()));
    }

    /** One value in one answer. */
    private record Candidate(String id, Case answer, int sample, double shown) {
        double variance() {
            return Math.max(LEAST_VARIANCE, shown * (1 - shown));
        }
    }

    /** The answers of one model in one band. @param share of the model's answers */
    private record Band(String name, int number, double share, List<Candidate> answers) {
        double guess() {
            return answers.stream().mapToDouble(Candidate::variance).average().orElseThrow();
        }
    }

    /**
     * @param cases every answer that was read
     * @param labels for each value, in all models together
     * @param round of this draw
     * @throws DataException when the answers are read otherwise than when the earlier ones were drawn
     */
    List<DrawnAnswer> draw(List<Case> cases, int labels, int round) {
        List<DrawnAnswer> drawn = new ArrayList<>();
        for (String dimension : system.dimensionIds()) {
            drawn.addAll(ofDimension(dimension, cases, labels, round));
        }
        return drawn;
    }

    private List<DrawnAnswer> ofDimension(String dimension, List<Case> cases, int labels, int round) {
        SortedMap<String, List<Candidate>> models = new TreeMap<>();
        for (Case one : cases) {
            one.readings().stream()
                    .filter(reading -> reading.dimension().equals(dimension))
                    .findFirst()
                    .ifPresent(reading -> models.computeIfAbsent(one.model(), id -> new ArrayList<>())
                            .add(candidate(one, reading)));
        }
        int most = bands(dimension, labels, models.size());
        List<Band> bands = new ArrayList<>();
        models.forEach((model, answers) -> bands.addAll(cut(dimension, model, answers, most)));
        sameStrata(dimension, bands);
        double[] variances = variances(bands, most);
        int[] more = Allocation.of(
                bands.stream()
                        .map(band -> new Allocation.Stratum(
                                band.share(),
                                variances[band.number()],
                                band.answers().size(),
                                before(band)))
                        .toList(),
                labels);
        List<DrawnAnswer> drawn = new ArrayList<>();
        for (int b = 0; b < more.length; b++) {
            Band band = bands.get(b);
            band.answers().stream()
                    .filter(one -> !earlier.containsKey(one.id()))
                    .sorted(Comparator.comparing(Candidate::id))
                    .limit(more[b])
                    .forEach(one -> drawn.add(line(one, dimension, band, round)));
        }
        return drawn;
    }

    private static Candidate candidate(Case one, Case.ValueReading reading) {
        boolean seen = reading.label() == Label.EXPRESSES;
        double strength = reading.strength() == null ? 1 : reading.strength();
        String further = one.id().substring(one.item().length());
        int sample = further.isEmpty() ? 0 : Integer.parseInt(further.substring(1)) - 1;
        return new Candidate(
                DrawnAnswer.id(one.model(), one.id(), reading.dimension()),
                one,
                sample,
                seen ? strength : 1 - strength);
    }

    /** As many as there were in an earlier draw, so that strata stay what they are. */
    private int bands(String dimension, int labels, int models) {
        return earlier.values().stream()
                .filter(one -> one.dimension().equals(dimension))
                .findFirst()
                .map(one ->
                        Integer.parseInt(one.stratum().substring(one.stratum().lastIndexOf('-') + 1)))
                .orElse(Math.max(1, Math.min(MOST_BANDS, labels / (2 * Math.max(1, models)))));
    }

    private static List<Band> cut(String dimension, String model, List<Candidate> answers, int most) {
        List<Candidate> sorted = answers.stream()
                .sorted(Comparator.comparingDouble(Candidate::shown).thenComparing(Candidate::id))
                .toList();
        double all =
                sorted.stream().mapToDouble(one -> Math.sqrt(one.variance())).sum();
        List<List<Candidate>> cut = new ArrayList<>();
        for (int b = 0; b < most; b++) {
            cut.add(new ArrayList<>());
        }
        double before = 0;
        for (Candidate one : sorted) {
            double deviation = Math.sqrt(one.variance());
            cut.get((int) Math.min(most - 1.0, most * (before + deviation / 2) / all))
                    .add(one);
            before += deviation;
        }
        List<Band> bands = new ArrayList<>();
        for (int b = 0; b < most; b++) {
            if (!cut.get(b).isEmpty()) {
                String name = dimension + "/" + model + "/" + (b + 1) + "-" + most;
                bands.add(new Band(name, b, (double) cut.get(b).size() / sorted.size(), List.copyOf(cut.get(b))));
            }
        }
        return bands;
    }

    /** Labels stand for the strata that they were drawn from. */
    private void sameStrata(String dimension, List<Band> bands) {
        Map<String, String> now = new TreeMap<>();
        bands.forEach(band -> band.answers()
                .forEach(one ->
                        now.put(one.id(), band.name() + " " + band.answers().size())));
        boolean moved = earlier.values().stream()
                .filter(one -> one.dimension().equals(dimension))
                .anyMatch(one -> !(one.stratum() + " " + one.of()).equals(now.get(one.id())));
        if (moved) {
            throw new DataException(
                    key,
                    "the answers on " + dimension + " are others, or are read otherwise, than when these were drawn",
                    "read what was labelled, or move this file away to begin anew");
        }
    }

    /** Of the label by number of band, over all models: the guess, and what the labels so far say. */
    private double[] variances(List<Band> bands, int most) {
        double[] variances = new double[most];
        for (int b = 0; b < most; b++) {
            int number = b;
            List<Band> alike =
                    bands.stream().filter(band -> band.number() == number).toList();
            List<String> labels = alike.stream()
                    .flatMap(band -> band.answers().stream())
                    .map(one -> settled.get(one.id()))
                    .filter(label -> label != null)
                    .toList();
            double guess = alike.stream().mapToDouble(Band::guess).average().orElse(LEAST_VARIANCE);
            double n = labels.size();
            double shown = labels.stream().filter(label -> label.equals("+")).count() / Math.max(1, n);
            variances[b] = (GUESS_WEIGHS * guess + n * shown * (1 - shown)) / (GUESS_WEIGHS + n);
        }
        return variances;
    }

    private int before(Band band) {
        return (int) band.answers().stream()
                .filter(one -> earlier.containsKey(one.id()))
                .count();
    }

    private DrawnAnswer line(Candidate one, String dimension, Band band, int round) {
        return DrawnAnswerFields.builder()
                .id(one.id())
                .round(round)
                .system(system.id())
                .dimension(dimension)
                .model(one.answer().model())
                .item(one.answer().item())
                .sample(one.sample())
                .stratum(band.name())
                .of(band.answers().size())
                .shown(one.shown())
                .prompt(one.answer().prompt())
                .answer(one.answer().answer())
                .build();
    }
}
