package dev.valuecompass.site.model;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.model.ModelPage.CaseGroup;
import dev.valuecompass.site.model.ModelPage.CaseView;
import dev.valuecompass.site.model.ModelPage.LabelView;
import dev.valuecompass.site.model.ModelPage.SilentValues;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Shows the published answers of one model, with what in them is evidence for which value. */
public final class CaseListBuilder {
    private final Edition edition;
    private final Address from;

    public CaseListBuilder(Edition edition, Address from) {
        this.edition = edition;
        this.from = from;
    }

    /** In the order of the period's systems; systems without a case are left out. */
    List<CaseGroup> of(String model) {
        List<Case> all = edition.record().cases().getOrDefault(model, List.of());
        List<CaseGroup> groups = new ArrayList<>();
        for (ValueSystem system : edition.valueSystems()) {
            List<CaseView> views = all.stream()
                    .filter(one -> one.system().equals(system.id()))
                    .map(one -> view(
                            one,
                            system,
                            edition.questions().anchor(one),
                            new Link(
                                    from.to(edition.questions()
                                            .place(edition.questions().of(one))),
                                    edition.words().get("cases.every"))))
                    .toList();
            if (!views.isEmpty()) {
                groups.add(new CaseGroup(
                        "cases-" + Slugs.of(system.id()), system.name(), warning(system, edition.words()), views));
            }
        }
        return groups;
    }

    /** Whoever replies to requests that test safety is sent requests for harm. */
    public static boolean harmful(ValueSystem system) {
        return system.elicitation() == Elicitation.REPLY;
    }

    /** Null where none is needed. */
    public static String warning(ValueSystem system, PageTexts words) {
        return harmful(system) ? words.get("cases.harmful") : null;
    }

    /** @param elsewhere leads to the same question or answer on another page */
    public CaseView view(Case one, ValueSystem system, String anchor, Link elsewhere) {
        List<HighlightedText.ValueEvidence> marks = one.readings().stream()
                .map(reading ->
                        new HighlightedText.ValueEvidence(name(system, reading.dimension()), reading.evidence()))
                .toList();
        long named = one.readings().stream()
                .filter(reading -> !reading.evidence().isEmpty())
                .count();
        int shown = HighlightedText.shownLength(one.answer());
        return new CaseView(
                anchor,
                HostileText.visible(one.prompt(), 0, HighlightedText.shownLength(one.prompt())),
                HighlightedText.of(one.answer(), marks),
                named > 1,
                shown == one.answer().length()
                        ? null
                        : shortened(shown, one.answer().length()),
                one.readings().stream()
                        .filter(reading -> !isSilent(one, reading))
                        .map(reading -> reading(system, reading))
                        .toList(),
                silent(system, one),
                elsewhere);
    }

    /** Of many values, those that an answer does not touch are named together and quietly. */
    private static boolean isSilent(Case one, Case.ValueReading reading) {
        return one.readings().size() > 2
                && reading.label() == Label.NOT
                && reading.score() == null
                && reading.evidence().isEmpty();
    }

    private SilentValues silent(ValueSystem system, Case one) {
        List<String> ids = one.readings().stream()
                .filter(reading -> isSilent(one, reading))
                .map(Case.ValueReading::dimension)
                .toList();
        List<String> names = ids.stream().map(id -> name(system, id)).toList();
        return ids.isEmpty()
                ? null
                : new SilentValues(
                        String.join("|", ids),
                        edition.words()
                                .get("cases.silent", "values", edition.words().list(names)));
    }

    private static double level(Case.ValueReading reading) {
        double strength = reading.strength() == null ? 1 : reading.strength();
        if (reading.label() == null) {
            return reading.score() == null ? 0 : reading.score();
        }
        return switch (reading.label()) {
            case EXPRESSES -> strength;
            case NOT -> 0;
            case OPPOSES -> -strength;
        };
    }

    private String shortened(int shown, int all) {
        return edition.words().get("cases.shortened", "shown", shown, "all", all);
    }

    private LabelView reading(ValueSystem system, Case.ValueReading reading) {
        PageTexts words = edition.words();
        List<String> parts = new ArrayList<>();
        parts.add(words.get(says(reading.label())));
        if (reading.strength() != null) {
            parts.add(words.get("cases.strength", "strength", Figures.two(reading.strength())));
        }
        if (reading.score() != null) {
            parts.add(words.get("cases.score", "score", Figures.two(reading.score())));
        }
        String text = words.get("cases.reading", "value", name(system, reading.dimension()), "says", words.list(parts));
        List<String> concepts = reading.evidence().stream()
                .map(Evidence::concept)
                .filter(Objects::nonNull)
                .map(HostileText::line)
                .toList();
        return new LabelView(
                reading.dimension(),
                reading.label() == null ? "" : reading.label().name().toLowerCase(Locale.ROOT),
                Figures.full(level(reading)),
                concepts.isEmpty()
                        ? text
                        : words.get("cases.about", "reading", text, "concepts", String.join("; ", concepts)));
    }

    private static String says(Label label) {
        if (label == null) {
            return "cases.not-labelled";
        }
        return switch (label) {
            case EXPRESSES -> "cases.shown";
            case NOT -> "cases.not-shown";
            case OPPOSES -> "cases.opposed";
        };
    }

    private static String name(ValueSystem system, String dimension) {
        return system.dimension(dimension).map(Dimension::name).orElseGet(() -> HostileText.line(dimension));
    }
}
