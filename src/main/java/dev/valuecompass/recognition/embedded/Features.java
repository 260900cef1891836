package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Vectors;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.value.ReaderSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What a unit looks like from one value. The similarities know nothing of the value but its definition, so a weight on
 * them holds for values never seen; the directions are where a fitted value finds its own words.
 *
 * @param similarities to the value's poles, alone and compared with the other values of its system
 * @param direction of the unit's mean sentence, or of the whole with the item's last words
 * @param opening direction of its first sentences
 * @param request direction of the item; without numbers where it is not read
 */
public record Features(float[] similarities, float[] direction, float[] opening, float[] request) {
    private static final int COSINES = 2 * Prototype.POLES;
    /** How many similarities there are. */
    public static final int SIMILARITIES = COSINES + 4 + COSINES + COSINES + 3;

    /** Place among the similarities of the number of keywords that occur. */
    private static final int COUNT = SIMILARITIES - 3;
    /** What keywords that occur count beside the cosines; chosen on our own examples. */
    private static final float COUNT_RATE = 0.1f;

    private static final float COSINE_SCALE = 3;
    private static final float STANDING_SCALE = 0.5f;
    /** Keeps a standing finite where all values of a system are equally near. */
    private static final double SPREAD_FLOOR = 0.02;

    /** One for each prototype of the system, in its order. */
    public static List<Features> of(Unit unit, List<Prototype> system) {
        float[] direction = unit.direction();
        float[] opening = unit.opening();
        String text = SmallLetters.of(unit.text());
        double[][] cosines = new double[system.size()][];
        double[] counts = new double[system.size()];
        for (int d = 0; d < system.size(); d++) {
            cosines[d] = cosines(unit, direction, system.get(d));
            counts[d] = StrictMath.log1p(
                    system.get(d).stems().stream().filter(text::contains).count());
        }
        List<Features> all = new ArrayList<>();
        for (int d = 0; d < system.size(); d++) {
            boolean named = text.contains(system.get(d).name());
            all.add(new Features(similarities(cosines, counts, d, named), direction, opening, unit.request()));
        }
        return all;
    }

    /**
     * How near the unit is to what the system says of the value, without anything learned: to the definition and to the
     * keywords, and how many of those occur.
     */
    public double defined() {
        double sum = 0;
        for (int i = 0; i < SIMILARITIES; i++) {
            sum += (double) definedBy(i) * similarities[i];
        }
        return sum;
    }

    /** The weight of a similarity in {@link #defined}. */
    public static float definedBy(int similarity) {
        return switch (similarity) {
            case Prototype.DEFINITION, Prototype.KEYWORDS -> 1;
            case COUNT -> COUNT_RATE;
            default -> 0;
        };
    }

    /** Whether a similarity is one that these settings ask for. */
    static boolean counts(int similarity, ReaderSettings.Wording wording) {
        return switch (wording) {
            case NONE -> false;
            case DEFINITION ->
                similarity == COUNT || similarity < COSINES && definedBy(similarity % Prototype.POLES) != 0;
            case COMPARED -> true;
        };
    }

    /** Of the unit's direction to each pole, then of its nearest sentence to each pole. */
    private static double[] cosines(Unit unit, float[] direction, Prototype prototype) {
        double[] cosines = new double[COSINES];
        for (int p = 0; p < Prototype.POLES; p++) {
            float[] pole = prototype.poles().get(p);
            cosines[p] = Vectors.dot(direction, pole);
            cosines[Prototype.POLES + p] = unit.read().stream()
                    .mapToDouble(sentence -> Vectors.dot(sentence, pole))
                    .max()
                    .orElseThrow();
        }
        return cosines;
    }

    private static float[] similarities(double[][] cosines, double[] counts, int d, boolean named) {
        float[] features = new float[SIMILARITIES];
        double[] own = cosines[d];
        int i = 0;
        for (double cosine : own) {
            features[i++] = (float) (COSINE_SCALE * cosine);
        }
        for (int base : new int[] {0, Prototype.POLES}) {
            double opposite = own[base + Prototype.OPPOSITE];
            features[i++] = (float) (COSINE_SCALE * (own[base + Prototype.DEFINITION] - opposite));
            features[i++] = (float) (COSINE_SCALE * (own[base + Prototype.KEYWORDS] - opposite));
        }
        for (int c = 0; c < COSINES; c++) {
            features[i++] = (float) (STANDING_SCALE * standing(cosines, d, c));
        }
        for (int c = 0; c < COSINES; c++) {
            features[i++] = (float) nearer(cosines, d, c);
        }
        features[i++] = (float) counts[d];
        features[i++] = (float) (counts[d] - mean(counts));
        features[i] = named ? 1 : 0;
        return features;
    }

    /** How far the value stands out among its siblings, in standard deviations. */
    private static double standing(double[][] cosines, int d, int c) {
        double[] all = new double[cosines.length];
        for (int s = 0; s < all.length; s++) {
            all[s] = cosines[s][c];
        }
        double mean = mean(all);
        double variance = 0;
        for (double one : all) {
            variance += (one - mean) * (one - mean) / all.length;
        }
        return (cosines[d][c] - mean) / (Math.sqrt(variance) + SPREAD_FLOOR);
    }

    /** The share of the system's values that are nearer than this one. */
    private static double nearer(double[][] cosines, int d, int c) {
        int nearer = 0;
        for (double[] sibling : cosines) {
            nearer += sibling[c] > cosines[d][c] ? 1 : 0;
        }
        return (double) nearer / cosines.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
