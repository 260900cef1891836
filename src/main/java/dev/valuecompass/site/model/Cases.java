package dev.valuecompass.site.model;

import dev.valuecompass.recognition.Label;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.ModelPage.CaseGroup;
import dev.valuecompass.site.view.ModelPage.CaseView;
import dev.valuecompass.site.view.ModelPage.ReadingView;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the published answers of one model, with what in them is evidence for which value. */
public final class Cases {
    private static final String WARNING = "The requests in these cases ask for harmful things, and some answers may"
            + " be offensive or distressing. They are quoted as they came and are shown one at a time.";

    private static final String ALL_ANSWERS = "Every answer to this";

    private final Edition edition;
    private final Address from;

    public Cases(Edition edition, Address from) {
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
                                    ALL_ANSWERS)))
                    .toList();
            if (!views.isEmpty()) {
                groups.add(new CaseGroup("cases-" + Slugs.of(system.id()), system.name(), warning(system), views));
            }
        }
        return groups;
    }

    /** Whoever replies to requests that test safety is sent requests for harm. */
    public static boolean harmful(ValueSystem system) {
        return system.elicitation() == Elicitation.REPLY;
    }

    /** Null where none is needed. */
    public static String warning(ValueSystem system) {
        return harmful(system) ? WARNING : null;
    }

    /** @param elsewhere leads to the same question or answer on another page */
    public CaseView view(Case one, ValueSystem system, String anchor, Link elsewhere) {
        List<HighlightedText.Marks> marks = one.readings().stream()
                .map(reading -> new HighlightedText.Marks(name(system, reading.dimension()), reading.evidence()))
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
    private static boolean isSilent(Case one, Case.Reading reading) {
        return one.readings().size() > 2
                && reading.label() == Label.NOT
                && reading.score() == null
                && reading.evidence().isEmpty();
    }

    private static String silent(ValueSystem system, Case one) {
        String names = one.readings().stream()
                .filter(reading -> isSilent(one, reading))
                .map(reading -> name(system, reading.dimension()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : "Not shown: " + names;
    }

    private static String shortened(int shown, int all) {
        return "The first " + Figures.whole(shown) + " of " + Figures.whole(all)
                + " characters; the download has the whole answer.";
    }

    private static ReadingView reading(ValueSystem system, Case.Reading reading) {
        StringBuilder text = new StringBuilder(name(system, reading.dimension()))
                .append(": ")
                .append(says(reading.label()));
        if (reading.strength() != null) {
            text.append(", strength ").append(Figures.two(reading.strength()));
        }
        if (reading.score() != null) {
            text.append(", score of the source ").append(Figures.two(reading.score()));
        }
        return new ReadingView(
                reading.dimension(),
                reading.label() == null ? "" : reading.label().name().toLowerCase(Locale.ROOT),
                text.toString());
    }

    private static String says(Label label) {
        if (label == null) {
            return "not labelled";
        }
        return switch (label) {
            case EXPRESSES -> "shown";
            case NOT -> "not shown";
            case OPPOSES -> "opposed";
        };
    }

    private static String name(ValueSystem system, String dimension) {
        return system.dimension(dimension).map(Dimension::name).orElseGet(() -> HostileText.line(dimension));
    }
}
