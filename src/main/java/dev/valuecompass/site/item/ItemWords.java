package dev.valuecompass.site.item;

import dev.valuecompass.items.Provenance;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.ItemEntropy;
import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.edition.EqualWeightMeans;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.ItemRecord;
import java.util.List;
import java.util.Map;

/** What the pages of items say of single figures. */
final class ItemWords {
    private static final String PERCENT = " %";

    private ItemWords() {}

    /** @param bits null when unknown */
    static Cell power(Double bits) {
        return new Cell(
                "power",
                Figures.full(bits),
                Figures.two(bits),
                null,
                bits == null ? null : BoardBuilder.heat(100 * ItemEntropy.normalised(bits)));
    }

    static String share(Double bits) {
        return bits == null ? Figures.MISSING : Figures.whole(Math.round(100 * ItemEntropy.normalised(bits))) + PERCENT;
    }

    /** What lies between models where that can be told, otherwise how the item goes with the others. */
    static String consistency(ItemRecord record) {
        return consistency(mean(record.betweenModels()), mean(record.restCorrelation()));
    }

    static String consistency(Double share, Double rest) {
        if (share != null) {
            return Figures.whole(Math.round(100 * share)) + PERCENT;
        }
        return rest == null ? Figures.MISSING : "r " + Figures.two(rest);
    }

    static String origin(Provenance provenance, PageTexts words) {
        String maker = maker(provenance, words);
        return HostileText.line(
                words.list(provenance.model().isEmpty() ? List.of(maker) : List.of(maker, provenance.model())));
    }

    /** The generator, or that it comes from the pool. */
    static String maker(Provenance provenance, PageTexts words) {
        return HostileText.line(provenance.fromPool() ? words.get("item.pool") : provenance.generator());
    }

    /** A short text in one line. */
    static String brief(String text, int longest) {
        String line = HostileText.line(text.substring(0, Math.min(text.length(), 4 * longest)));
        if (line.length() <= longest) {
            return line;
        }
        int end = line.lastIndexOf(' ', longest);
        end = end < longest / 2 ? longest : end;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }

    private static Double mean(Map<String, Double> figures) {
        return EqualWeightMeans.overModels(List.copyOf(figures.values()));
    }
}
