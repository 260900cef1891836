package dev.valuecompass.site.culture;

import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Cell;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.Snapshot.CultureFigure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fits between models and countries as the source published them; they stand beside ours and are never mixed with them. */
final class PublishedFits {
    private final Edition edition;

    PublishedFits(Edition edition) {
        this.edition = edition;
    }

    /** Those of one model. */
    List<CultureFits.PublishedFit> of(ModelEntry model) {
        return edition.snapshot().cultureFigures().stream()
                .filter(figure -> figure.model().equals(model.id()))
                .map(figure -> new CultureFits.PublishedFit(
                        HostileText.line(edition.words().country(figure.country())),
                        Figures.rounded(figure.value(), 3),
                        HostileText.line(figure.formula())))
                .toList();
    }

    /** Those of all; null when the source published none. @param models in the order of the rows */
    CulturesPage.PublishedTable table(List<ModelEntry> models, Address from) {
        List<CultureFigure> figures = edition.snapshot().cultureFigures();
        if (figures.isEmpty()) {
            return null;
        }
        List<String> codes =
                figures.stream().map(CultureFigure::country).distinct().sorted().toList();
        Map<String, Map<String, Double>> values = new TreeMap<>();
        figures.forEach(figure ->
                values.computeIfAbsent(figure.model(), m -> new TreeMap<>()).put(figure.country(), figure.value()));
        return new CulturesPage.PublishedTable(
                figures.stream()
                        .map(CultureFigure::formula)
                        .map(HostileText::line)
                        .distinct()
                        .collect(Collectors.joining("; ")),
                codes.stream()
                        .map(code -> HostileText.line(edition.words().country(code)))
                        .toList(),
                models.stream()
                        .filter(model -> values.containsKey(model.id()))
                        .map(model -> new CulturesPage.Row(
                                edition.places().model(model.id(), from),
                                codes.stream()
                                        .map(code -> figure(
                                                code, values.get(model.id()).get(code)))
                                        .toList()))
                        .toList());
    }

    private static Cell figure(String code, Double value) {
        boolean correlation = value != null && Math.abs(value) <= 1;
        return new Cell(
                HostileText.line(code),
                Figures.full(value),
                Figures.rounded(value, 3),
                null,
                correlation ? BoardBuilder.heat(50 * (value + 1)) : null);
    }
}
