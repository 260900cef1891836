package dev.valuecompass.site.methodology;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Mutual;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The cards of the recognisers that read a period: tables in Markdown of agreement, right and wrong labels and calibration,
 * and drawings of the last two.
 */
public final class RecogniserTables {
    /** Characters of a version that tell it from others. */
    private static final int SHORT = 8;

    private static final String CONFUSION = "-confusion";
    private static final String CALIBRATION = "-calibration";

    private final PageTexts words;
    private final UnaryOperator<String> systemName;
    private final AgreementTexts agreement;
    private final RecogniserPlots plots;

    /** @param systemName by id */
    public RecogniserTables(PageTexts words, UnaryOperator<String> systemName) {
        this.words = words;
        this.systemName = systemName;
        this.agreement = new AgreementTexts(words);
        this.plots = new RecogniserPlots(words, systemName);
    }

    /** One sentence where nothing was measured. A name in braces stands for a drawing of {@link #drawings}. */
    public String markdown(List<RecognizerCard> cards) {
        return cards.isEmpty()
                ? words.get("card.none")
                : cards.stream().map(this::card).collect(Collectors.joining("\n\n"));
    }

    /** HTML of the drawings, by the name that stands for it. */
    public Map<String, String> drawings(List<RecognizerCard> cards) {
        Map<String, String> drawings = new TreeMap<>();
        for (RecognizerCard card : cards) {
            Map<String, Detail> details = details(card);
            if (!details.isEmpty()) {
                drawings.put(plain(card.id()) + CONFUSION, plots.confusion(details));
                drawings.put(plain(card.id()) + CALIBRATION, plots.calibration(details));
            }
        }
        return drawings;
    }

    private static Map<String, Detail> details(RecognizerCard card) {
        Map<String, Detail> details = new TreeMap<>();
        card.quality().forEach((system, quality) -> {
            if (quality.detail() != null) {
                details.put(system, quality.detail());
            }
        });
        return details;
    }

    private String card(RecognizerCard card) {
        String name = plain(card.id());
        String intro = words.get("card.intro", "id", name, "version", plain(card.version()));
        Map<String, Quality> sorted = new TreeMap<>(card.quality());
        List<String> parts = new ArrayList<>(List.of(intro, agreement.languages(card)));
        parts.add(
                card.people().isEmpty()
                        ? words.get("card.no-people")
                        : words.get("card.people") + "\n\n" + agreement(new TreeMap<>(card.people())));
        if (sorted.isEmpty()) {
            parts.add(words.get("data.unmeasured"));
            return String.join("\n\n", parts);
        }
        parts.add(words.get("card.machines"));
        parts.add(agreement(sorted));
        String weak = agreement.weak(sorted, systemName);
        if (!weak.isEmpty()) {
            parts.add("**" + words.get("data.weak", "systems", weak) + "**");
        }
        Map<String, Detail> details = details(card);
        if (!details.isEmpty()) {
            parts.add(words.get("card.confusion"));
            parts.add("{" + name + CONFUSION + "}");
            parts.add(confusion(details));
            parts.add(words.get("card.calibration"));
            parts.add("{" + name + CALIBRATION + "}");
            parts.add(calibration(details));
        }
        if (sorted.values().stream().anyMatch(quality -> !quality.mutual().isEmpty())) {
            parts.add(words.get("card.mutual"));
            parts.add(mutual(sorted));
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
        return table + "\n\n" + agreement.opposed(qualities, systemName);
    }

    private String confusion(Map<String, Detail> details) {
        MarkdownTable table = new MarkdownTable(
                1,
                words.get("data.system"),
                words.get("card.seen"),
                words.get("card.missed"),
                words.get("card.invented"),
                words.get("card.passed"),
                words.get("card.evidence"));
        details.forEach((system, detail) -> table.row(
                systemName.apply(system),
                Figures.whole(detail.truePositives()),
                Figures.whole(detail.falseNegatives()),
                Figures.whole(detail.falsePositives()),
                Figures.whole(detail.trueNegatives()),
                words.get("card.of", "some", detail.evidenceMet(), "all", detail.evidenceOf())));
        return table.toString();
    }

    private String calibration(Map<String, Detail> details) {
        MarkdownTable table = new MarkdownTable(
                1,
                words.get("data.system"),
                words.get("card.predicted"),
                words.get("card.observed"),
                words.get("card.answers"));
        details.forEach((system, detail) -> detail.calibration()
                .forEach(bin -> table.row(
                        systemName.apply(system),
                        Figures.two(bin.predicted()),
                        Figures.two(bin.observed()),
                        Figures.whole(bin.n()))));
        return table.toString();
    }

    /** With other recognisers, whoever is right. */
    private String mutual(Map<String, Quality> qualities) {
        MarkdownTable table = new MarkdownTable(
                3,
                words.get("data.system"),
                words.get("card.other"),
                words.get("card.read"),
                "n",
                words.get("card.same"),
                "κ");
        qualities.forEach((system, quality) -> quality.mutual()
                .forEach(mutual -> table.row(
                        systemName.apply(system),
                        plain(mutual.with() + " "
                                + mutual.version()
                                        .substring(
                                                0,
                                                Math.min(SHORT, mutual.version().length()))),
                        read(mutual, plain(quality.data())),
                        Figures.whole(mutual.n()),
                        Figures.two(mutual.same()),
                        agreement.kappa(mutual.kappa(), mutual.kappaLow(), mutual.kappaHigh()))));
        return table.toString();
    }

    private String read(Mutual mutual, String data) {
        return mutual.synthetic() ? words.get("card.simulated", "data", data) : data;
    }

    /** A name from a file of somebody else must not become markup. */
    private static String plain(String text) {
        return HostileText.line(text).replaceAll("[^\\p{L}\\p{N} .,;:-]", "");
    }
}
