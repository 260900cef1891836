package dev.valuecompass.site.item;

import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Question;
import dev.valuecompass.site.edition.Questions;
import dev.valuecompass.site.model.Cases;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.ItemPage;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.ModelPage.Fact;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds the page of each thing that was asked. */
public final class QuestionPages {
    private static final int LONGEST_HEADING = 240;

    private final Edition edition;
    private final Questions questions;
    private final LabelRows labels;

    public QuestionPages(Edition edition) {
        this.edition = edition;
        this.questions = edition.questions();
        this.labels = new LabelRows(edition);
    }

    /** What stands in the window's title; never the text of something harmful. */
    public static String title(ValueSystem system, Question question) {
        return Cases.harmful(system) ? name(question) : ItemWords.brief(question.text(), 70);
    }

    /** @param before the more telling one in the list @param after the less telling one; both may be null */
    public ItemPage page(ValueSystem system, Question question, Question before, Question after) {
        Address from = new Address(questions.page(question));
        boolean harmful = Cases.harmful(system);
        boolean heading = !harmful && question.text().length() <= LONGEST_HEADING;
        String text = HostileText.visible(question.text(), 0, HighlightedText.shownLength(question.text()));
        return new ItemPage(
                edition.month() + " \u00b7 " + system.name(),
                heading ? text : name(question),
                heading ? null : text,
                Cases.warning(system),
                new Link(from.to(edition.places().items(system.id())), Words.ALL_OF + system.name()),
                facts(system, question),
                question.item() == null ? List.of() : powers(system, question.item()),
                new Reads(edition, labels, from).of(system, question),
                new Answers(edition, from).of(system, question),
                question.item() == null ? null : new Lineages(questions, !harmful).of(question, from),
                neighbour(before, Words.BEFORE, from),
                neighbour(after, Words.AFTER, from));
    }

    private static String name(Question question) {
        return Words.ITEM + HostileText.line(question.id());
    }

    private Link neighbour(Question question, String label, Address from) {
        return question == null || questions.page(question) == null
                ? null
                : new Link(from.to(questions.page(question)), label);
    }

    private static List<Fact> facts(ValueSystem system, Question question) {
        List<Fact> facts = new ArrayList<>();
        add(facts, Words.SYSTEM, system.name());
        if (question.item() == null) {
            add(facts, Words.ANSWERS, Figures.count(question.models(), "model", "models"));
            return facts;
        }
        Item item = question.item().item();
        Provenance provenance = item.provenance();
        if (system.measures() == Measures.TARGET) {
            add(facts, Words.WRITTEN_FOR, names(system, item.dimensions()));
        }
        add(facts, Words.CATEGORY, item.category());
        add(facts, Words.POWER, power(question.item()));
        add(facts, Words.ORIGIN, ItemWords.origin(provenance));
        add(facts, Words.FIRST_ASKED, Figures.month(provenance.period()));
        add(facts, Words.CARRIED, item.anchor() ? Words.IS_CARRIED : "");
        add(
                facts,
                Words.COUNTRIES,
                provenance.countries().stream().map(Figures::country).collect(Collectors.joining(", ")));
        add(
                facts,
                Words.YEARS,
                provenance.years().stream().map(year -> Integer.toString(year)).collect(Collectors.joining(", ")));
        new TreeMap<>(provenance.rewards())
                .forEach((term, reward) -> add(facts, Words.REWARD + term, Figures.rounded(reward, 3)));
        add(facts, Words.ID, item.id());
        return facts;
    }

    private static void add(List<Fact> facts, String label, String text) {
        String shown = HostileText.line(text);
        if (!shown.isEmpty()) {
            facts.add(new Fact(HostileText.line(label), shown, null));
        }
    }

    private static String power(ItemRecord record) {
        Double bits = new Question("", "", "", record, List.of()).power();
        return bits == null ? "" : Figures.two(bits) + Words.BITS + ItemWords.share(bits) + Words.OF_THE_MOST;
    }

    private static String names(ValueSystem system, List<String> dimensions) {
        return dimensions.stream()
                .map(id -> system.dimension(id).map(Dimension::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    private List<ItemPage.Power> powers(ValueSystem system, ItemRecord record) {
        return record.item().dimensions().stream()
                .map(system::dimension)
                .flatMap(java.util.Optional::stream)
                .map(dimension -> power(system, record, dimension))
                .toList();
    }

    private ItemPage.Power power(ValueSystem system, ItemRecord record, Dimension dimension) {
        String id = dimension.id();
        Double bits = record.entropy().get(id);
        return new ItemPage.Power(
                dimension.name(),
                dimension.definition(),
                ItemWords.power(bits),
                ItemWords.share(bits),
                ItemWords.consistency(single(record.betweenModels(), id), single(record.restCorrelation(), id)),
                counts(labels.counts(record.item().id(), system.dimensionIds().indexOf(id))));
    }

    private static Double single(Map<String, Double> figures, String dimension) {
        return figures.get(dimension);
    }

    private static ItemPage.Counts counts(int[] of) {
        if (of == null) {
            return null;
        }
        int shown = of[LabelRows.Kind.SHOWN.ordinal()];
        int silent = of[LabelRows.Kind.SILENT.ordinal()];
        int opposed = of[LabelRows.Kind.OPPOSED.ordinal()];
        int read = shown + silent + opposed;
        ItemPage.Shape shape = read == 0
                ? null
                : new ItemPage.Shape(
                        Figures.one(100.0 * shown / read),
                        Figures.one(100.0 * (shown + silent) / read),
                        Figures.one(100.0 * opposed / read));
        return new ItemPage.Counts(
                Figures.whole(shown),
                Figures.whole(silent),
                Figures.whole(opposed),
                Figures.whole(of[LabelRows.Kind.UNREAD.ordinal()]),
                shape);
    }

    /** What the page says. */
    private static final class Words {
        static final String ALL_OF = "All items of ";
        static final String ITEM = "Item ";
        static final String BEFORE = "More telling item";
        static final String AFTER = "Less telling item";
        static final String SYSTEM = "System";
        static final String ANSWERS = "Answers of";
        static final String WRITTEN_FOR = "Written for";
        static final String CATEGORY = "Category";
        static final String POWER = "Power";
        static final String BITS = " bits, ";
        static final String OF_THE_MOST = " of the most there can be";
        static final String ORIGIN = "Origin";
        static final String FIRST_ASKED = "First asked";
        static final String CARRIED = "Anchor";
        static final String IS_CARRIED = "asked in the period before as well";
        static final String COUNTRIES = "Mentions";
        static final String YEARS = "Years";
        static final String REWARD = "Reward: ";
        static final String ID = "Id";

        private Words() {}
    }
}
