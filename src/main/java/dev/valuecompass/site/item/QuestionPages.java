package dev.valuecompass.site.item;

import dev.valuecompass.items.Grounding;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.QuestionIndex;
import dev.valuecompass.site.model.CaseListBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.FactList;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the page of each thing that was asked. */
public final class QuestionPages {
    private static final int LONGEST_HEADING = 240;

    private final Edition edition;
    private final QuestionIndex questions;
    private final ItemLabels labels;
    private final PageTexts words;

    public QuestionPages(Edition edition) {
        this.edition = edition;
        this.questions = edition.questions();
        this.labels = new ItemLabels(edition);
        this.words = edition.words();
    }

    /** What stands in the window's title; never the text of something harmful. */
    public static String title(ValueSystem system, AskedQuestion question, PageTexts words) {
        return CaseListBuilder.harmful(system) ? name(question, words) : ItemWords.brief(question.text(), 70);
    }

    /** @param before the more telling one in the list @param after the less telling one; both may be null */
    public ItemPage page(ValueSystem system, AskedQuestion question, AskedQuestion before, AskedQuestion after) {
        Address from = new Address(questions.page(question));
        boolean harmful = CaseListBuilder.harmful(system);
        boolean heading = !harmful && question.text().length() <= LONGEST_HEADING;
        String text = HostileText.visible(question.text(), 0, HighlightedText.shownLength(question.text()));
        return ItemPageFields.builder()
                .period(edition.month() + " \u00b7 " + system.name())
                .heading(heading ? text : name(question, words))
                .text(heading ? null : text)
                .warning(CaseListBuilder.warning(system, words))
                .all(new Link(
                        from.to(edition.places().items(system.id())), words.get("item.all", "system", system.name())))
                .facts(facts(system, question))
                .powers(question.item() == null ? List.of() : powers(system, question.item()))
                .read(new LabelSigns(edition, labels, from).of(system, question))
                .answers(new AnswersToItem(edition, from).of(system, question))
                .lineage(
                        question.item() == null
                                ? null
                                : new LineageBuilder(questions, !harmful, words).of(question, from))
                .before(neighbour(before, words.get("item.before"), from))
                .after(neighbour(after, words.get("item.after"), from))
                .build();
    }

    private static String name(AskedQuestion question, PageTexts words) {
        return words.get("item.name", "id", HostileText.line(question.id()));
    }

    private Link neighbour(AskedQuestion question, String label, Address from) {
        return question == null || questions.page(question) == null
                ? null
                : new Link(from.to(questions.page(question)), label);
    }

    private List<Fact> facts(ValueSystem system, AskedQuestion question) {
        FactList facts = new FactList(words);
        facts.add("data.system", system.name());
        if (question.item() == null) {
            facts.add("item.answers-of", words.count("models", question.models()));
            return facts.list();
        }
        Item item = question.item().item();
        Provenance provenance = item.provenance();
        if (system.measures() == Measures.TARGET) {
            facts.add("items.written-for", names(system, item.dimensions()));
        }
        facts.add("items.category", edition.category(system, item.category()));
        facts.add("item.power", power(question.item()));
        facts.add("items.origin", ItemWords.origin(provenance, words));
        facts.add("items.first", words.month(provenance.period()));
        ground(provenance.grounding()).ifPresent(facts::add);
        facts.add("item.anchor", item.anchor() ? words.get("item.carried") : "");
        facts.add(
                "items.mentions",
                words.list(provenance.countries().stream().map(words::country).toList()));
        facts.add(
                "item.years",
                words.list(provenance.years().stream()
                        .map(year -> Integer.toString(year))
                        .toList()));
        new TreeMap<>(provenance.rewards())
                .forEach((term, reward) ->
                        facts.addLabelled(words.get("item.reward", "term", term), Figures.rounded(reward, 3)));
        facts.add("item.id", item.id());
        return facts.list();
    }

    private Optional<Fact> ground(Grounding ground) {
        return Optional.ofNullable(ground)
                .map(one -> new Fact(
                        words.get("item.fact"),
                        HostileText.line(one.fact() + " (" + one.place() + ", " + one.date() + ")"),
                        words.get("item.ground"),
                        null));
    }

    private String power(ItemRecord record) {
        Double bits = new AskedQuestion("", "", "", record, List.of()).power();
        return bits == null ? "" : words.get("item.bits", "bits", Figures.two(bits), "share", ItemWords.share(bits));
    }

    private String names(ValueSystem system, List<String> dimensions) {
        return words.list(dimensions.stream()
                .map(id -> system.dimension(id).map(Dimension::name).orElse(id))
                .toList());
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

    private static ItemPage.LabelCounts counts(int[] of) {
        if (of == null) {
            return null;
        }
        int shown = of[ItemLabels.Kind.SHOWN.ordinal()];
        int silent = of[ItemLabels.Kind.SILENT.ordinal()];
        int opposed = of[ItemLabels.Kind.OPPOSED.ordinal()];
        int read = shown + silent + opposed;
        ItemPage.Shape shape = read == 0
                ? null
                : new ItemPage.Shape(
                        Figures.one(100.0 * shown / read),
                        Figures.one(100.0 * (shown + silent) / read),
                        Figures.one(100.0 * opposed / read));
        return new ItemPage.LabelCounts(
                Figures.whole(shown),
                Figures.whole(silent),
                Figures.whole(opposed),
                Figures.whole(of[ItemLabels.Kind.UNREAD.ordinal()]),
                shape);
    }
}
