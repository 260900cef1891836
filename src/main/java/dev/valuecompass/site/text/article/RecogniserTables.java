package dev.valuecompass.site.text.article;

import dev.valuecompass.language.Words;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.site.text.AgreementTexts;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The cards of the recognisers that read a period, as tables in Markdown: agreement, right and wrong labels, calibration. */
public final class RecogniserTables {
    private final Words words;
    private final UnaryOperator<String> systemName;
    private final AgreementTexts agreement;

    /** @param systemName by id */
    public RecogniserTables(Words words, UnaryOperator<String> systemName) {
        this.words = words;
        this.systemName = systemName;
        this.agreement = new AgreementTexts(words);
    }

    /** One sentence where nothing was measured. */
    public String markdown(List<RecognizerCard> cards) {
        return cards.isEmpty()
                ? words.get("card.none")
                : cards.stream().map(this::card).collect(Collectors.joining("\n\n"));
    }

    private String card(RecognizerCard card) {
        String name = plain(card.id());
        String intro = words.get("card.intro", "id", name, "version", plain(card.version()));
        Map<String, Quality> sorted = new TreeMap<>(card.quality());
        if (sorted.isEmpty()) {
            return intro + "\n\n" + words.get("data.unmeasured");
        }
        List<String> parts = new ArrayList<>(List.of(intro, agreement(sorted)));
        String weak = agreement.weak(sorted, systemName);
        if (!weak.isEmpty()) {
            parts.add("**" + words.get("data.weak", "systems", weak) + "**");
        }
        sorted.values().removeIf(quality -> quality.detail() == null);
        if (!sorted.isEmpty()) {
            parts.add(words.get("card.confusion"));
            parts.add(confusion(sorted));
            parts.add(words.get("card.calibration"));
            parts.add(calibration(sorted));
        }
        return String.join("\n\n", parts);
    }

    private String agreement(Map<String, Quality> qualities) {
        MarkdownTable table =
                new MarkdownTable(1, words.get("data.system"), "n", "AUC", words.get("data.accuracy"), "F1", "κ");
        qualities.forEach((system, quality) -> table.row(
                systemName.apply(system),
                Figures.whole(quality.n()),
                Figures.two(quality.auc()),
                Figures.two(quality.accuracy()),
                Figures.two(quality.f1()),
                agreement.kappa(quality)));
        return table.toString();
    }

    private String confusion(Map<String, Quality> qualities) {
        MarkdownTable table = new MarkdownTable(
                1,
                words.get("data.system"),
                words.get("card.seen"),
                words.get("card.missed"),
                words.get("card.invented"),
                words.get("card.passed"),
                words.get("card.evidence"));
        qualities.forEach((system, quality) -> {
            Detail detail = quality.detail();
            table.row(
                    systemName.apply(system),
                    Figures.whole(detail.truePositives()),
                    Figures.whole(detail.falseNegatives()),
                    Figures.whole(detail.falsePositives()),
                    Figures.whole(detail.trueNegatives()),
                    words.get("card.of", "some", detail.evidenceMet(), "all", detail.evidenceOf()));
        });
        return table.toString();
    }

    private String calibration(Map<String, Quality> qualities) {
        MarkdownTable table = new MarkdownTable(
                1,
                words.get("data.system"),
                words.get("card.predicted"),
                words.get("card.observed"),
                words.get("card.answers"));
        qualities.forEach((system, quality) -> quality.detail()
                .calibration()
                .forEach(bin -> table.row(
                        systemName.apply(system),
                        Figures.two(bin.predicted()),
                        Figures.two(bin.observed()),
                        Figures.whole(bin.n()))));
        return table.toString();
    }

    /** A name from a file of somebody else must not become markup. */
    private static String plain(String text) {
        return HostileText.line(text).replaceAll("[^\\p{L}\\p{N} .:-]", "");
    }
}
