package dev.valuecompass.site.item;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.item.ItemPage.LabelMark;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** How each model was read on one item: a sign for each value and sample, with the strength of a published answer. */
final class LabelSigns {
    /** With more columns than this, values go by their short names. */
    private static final int SPELLED_OUT = 3;

    private final Edition edition;
    private final ItemLabels labels;
    private final Address from;

    LabelSigns(Edition edition, ItemLabels labels, Address from) {
        this.edition = edition;
        this.labels = labels;
        this.from = from;
    }

    /** Null when the source does not publish labels. */
    ItemPage.LabelTable of(ValueSystem system, AskedQuestion question) {
        SortedMap<String, List<LabelRecord>> rows = labels.of(question.id());
        if (rows.isEmpty() || question.item() == null) {
            return null;
        }
        List<Dimension> dimensions = question.item().item().dimensions().stream()
                .map(system::dimension)
                .flatMap(Optional::stream)
                .toList();
        List<ItemPage.ModelLabels> lines = edition.snapshot().models().stream()
                .filter(model -> rows.containsKey(model.id()))
                .sorted(Comparator.comparing(ModelEntry::name, NameOrder.OF_NAMES)
                        .thenComparing(ModelEntry::id))
                .map(model -> line(system, dimensions, question, model, rows.get(model.id())))
                .toList();
        return new ItemPage.LabelTable(
                dimensions.stream()
                        .map(dimension -> new ItemPage.ValueColumn(
                                dimensions.size() <= SPELLED_OUT ? dimension.name() : dimension.shortName(),
                                dimension.name()))
                        .toList(),
                lines,
                labels.all() ? null : edition.words().get("item.listed"));
    }

    private ItemPage.ModelLabels line(
            ValueSystem system,
            List<Dimension> dimensions,
            AskedQuestion question,
            ModelEntry model,
            List<LabelRecord> samples) {
        Optional<Case> published = question.cases().stream()
                .filter(one -> one.model().equals(model.id()))
                .findFirst();
        List<LabelMark> marks = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            int place = system.dimensionIds().indexOf(dimension.id());
            String sign = samples.stream().map(sample -> sign(sample, place)).collect(Collectors.joining(" "));
            marks.add(new LabelMark(kind(samples, place), sign, strength(published, dimension.id())));
        }
        return new ItemPage.ModelLabels(
                edition.places().model(model.id(), from),
                marks,
                outcome(samples),
                published
                        .map(one -> new Link(
                                "#" + AnswersToItem.anchor(edition, one),
                                edition.words().get("item.answer")))
                        .orElse(null));
    }

    private static String sign(LabelRecord sample, int place) {
        char label = sample.labels().charAt(place);
        if (!ItemLabels.answered(sample)) {
            return "?";
        }
        return label == Label.OPPOSES.code() ? "\u2212" : label == Label.NOT.code() ? "\u00b7" : String.valueOf(label);
    }

    private static String kind(List<LabelRecord> samples, int place) {
        List<ItemLabels.Kind> kinds = samples.stream()
                .map(sample -> ItemLabels.answered(sample)
                        ? ItemLabels.kind(sample.labels().charAt(place))
                        : ItemLabels.Kind.UNREAD)
                .distinct()
                .toList();
        if (kinds.size() > 1) {
            return "mixed";
        }
        return switch (kinds.get(0)) {
            case SHOWN -> "expresses";
            case SILENT -> "not";
            case OPPOSED -> "opposes";
            case UNREAD -> "unread";
        };
    }

    /** Of what is shown or opposed; how sure it is that nothing is there is of no use to a reader. */
    private static String strength(Optional<Case> published, String dimension) {
        return published.stream()
                .flatMap(one -> one.readings().stream())
                .filter(reading -> reading.dimension().equals(dimension)
                        && reading.strength() != null
                        && reading.label() != null
                        && reading.label() != Label.NOT)
                .map(reading -> Figures.two(reading.strength()))
                .findFirst()
                .orElse(null);
    }

    private String outcome(List<LabelRecord> samples) {
        return edition.words()
                .list(samples.stream()
                        .map(sample ->
                                sample.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .distinct()
                        .map(outcome -> edition.words().get("ended." + outcome))
                        .toList());
    }
}
