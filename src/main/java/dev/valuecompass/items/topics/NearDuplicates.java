package dev.valuecompass.items.topics;

import dev.valuecompass.io.SmallLetters;
import info.debatty.java.lsh.MinHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds texts that are nearly the same to the letter: MinHash (Broder 1997) over runs of five characters, candidates by
 * banding, so that not every pair is compared.
 *
 * <p>With 20 bands of 5 hashes, a pair of Jaccard similarity s becomes a candidate with probability 1 − (1 − s⁵)²⁰: .47
 * at .5, .98 at .7, 1 − 4·10⁻⁸ at .9.
 */
final class NearDuplicates {
    private static final int BANDS = 20;
    private static final int ROWS = 5;
    private static final int RUN = 5;
    private static final int DICTIONARY = 1 << 24;
    /** Fixed: which texts are alike is no matter of chance. */
    private static final long SEED = 20;

    private final double threshold;
    private final MinHash hash = new MinHash(BANDS * ROWS, DICTIONARY, SEED);

    /** @param threshold estimated Jaccard similarity from which two texts are one, in (0, 1] */
    NearDuplicates(double threshold) {
        this.threshold = threshold;
    }

    /** The places of the texts to keep, ascending: of texts that are nearly the same the first stays. */
    int[] kept(List<String> texts) {
        List<int[]> signatures = new ArrayList<>();
        List<Map<Integer, List<Integer>>> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            bands.add(new HashMap<>());
        }
        int[] kept = new int[texts.size()];
        int n = 0;
        for (int i = 0; i < texts.size(); i++) {
            int[] signature = signature(texts.get(i));
            signatures.add(signature);
            if (isNew(signature, signatures, bands)) {
                for (int band = 0; band < BANDS; band++) {
                    bands.get(band)
                            .computeIfAbsent(key(signature, band), key -> new ArrayList<>(1))
                            .add(i);
                }
                kept[n++] = i;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private boolean isNew(int[] signature, List<int[]> signatures, List<Map<Integer, List<Integer>>> bands) {
        for (int band = 0; band < BANDS; band++) {
            for (int other : bands.get(band).getOrDefault(key(signature, band), List.of())) {
                if (hash.similarity(signature, signatures.get(other)) >= threshold) {
                    return false;
                }
            }
        }
        return true;
    }

    private int[] signature(String text) {
        return hash.signature(runs(text));
    }

    /** Hashes of the runs of a text in lower case, letters and digits only; a shorter text is one run. */
    static Set<Integer> runs(String text) {
        String plain = SmallLetters.of(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        Set<Integer> runs = new TreeSet<>();
        for (int i = 0; i == 0 || i + RUN <= plain.length(); i++) {
            runs.add(Math.floorMod(
                    plain.substring(i, Math.min(plain.length(), i + RUN)).hashCode() * 0x9E3779B1, DICTIONARY));
        }
        return runs;
    }

    private static int key(int[] signature, int band) {
        return Arrays.hashCode(Arrays.copyOfRange(signature, band * ROWS, (band + 1) * ROWS));
    }
}
