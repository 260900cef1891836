package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.SetFigures;
import dev.valuecompass.scores.validity.BesidePeriod;
import java.util.List;

/**
 * Other sets of items that stand beside those of a period, {@code references.json}: Table 1 of AdAEM. They were never asked.
 *
 * @param version of what is computed and of its form
 * @param frozen SHA-256 of the checksum file of the period that it stands beside
 */
public record ReferenceSets(
        int version, String period, int revision, String frozen, boolean synthetic, List<OfSystem> systems)
        implements BesidePeriod {
    /** The version that this program computes. */
    public static final int VERSION = 1;

    /** Of one value system, in the order of {@code reference-pools}. */
    public record OfSystem(String system, List<ReferenceSet> sets) {}

    /**
     * One set.
     *
     * @param file where it lies in the data folder
     * @param sha256 of that file
     * @param items how many
     * @param meanWords mean length in words; null without items
     * @param selfBleu mean BLEU of each text against the others, in [0, 1]; null with fewer than two
     * @param distinct2 different pairs of words over all pairs of words, in (0, 1]; null without two words
     * @param categories how many
     */
    public record ReferenceSet(
            String file,
            String sha256,
            int items,
            Double meanWords,
            Double selfBleu,
            Double distinct2,
            int categories) {
        static ReferenceSet of(String file, String sha256, List<Item> items) {
            SetFigures figures = SetFigures.of(
                    file,
                    items.stream()
                            .map(item -> new SetFigures.ScoredItem(item, null, null))
                            .toList());
            return new ReferenceSet(
                    file,
                    sha256,
                    figures.items(),
                    figures.meanWords(),
                    figures.selfBleu(),
                    figures.distinct2(),
                    figures.categories().size());
        }
    }
}
