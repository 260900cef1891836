package dev.valuecompass.site.item;

import dev.valuecompass.items.Provenance;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.QuestionIndex;
import dev.valuecompass.site.model.CaseListBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HighlightedText;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.evidence.ReferenceSets.ReferenceSet;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Builds the lists of what was asked, a list a value system, long ones on several pages. */
public final class ItemPageBuilder {
    /** Three labels at most, so the entropy of one dimension cannot exceed log2(3) bits. */
    private static final double MOST_BITS = StrictMath.log(3) / StrictMath.log(2);

    private static final String BETWEEN = "|";

    private final Edition edition;
    private final QuestionIndex questions;
    private final MentionFigure mentions;
    private final Predicate<String> published;
    private final Function<String, List<ReferenceSet>> references;

    /** @param published whether the site has a file at a path @param references other sets of items of a system */
    public ItemPageBuilder(
            Edition edition,
            Atlas atlas,
            Predicate<String> published,
            Function<String, List<ReferenceSet>> references) {
        this.references = references;
        this.edition = edition;
        this.questions = edition.questions();
        this.mentions = new MentionFigure(atlas, edition.words());
        this.published = published;
    }

    /** Systems of which anything is published that was asked, in the period's order. */
    public static List<ValueSystem> systems(Edition edition) {
        return edition.valueSystems().stream()
                .filter(system -> !edition.questions().of(system.id()).isEmpty())
                .toList();
    }

    /** How many pages the list of a system has. */
    public int pages(ValueSystem system) {
        return (questions.of(system.id()).size() + QuestionIndex.ROWS - 1) / QuestionIndex.ROWS;
    }

    /** @param number from 1 */
    public ItemsPage page(ValueSystem system, int number, Address from) {
        List<AskedQuestion> all = questions.of(system.id());
        List<ItemRecord> items =
                all.stream().map(AskedQuestion::item).filter(Objects::nonNull).toList();
        List<AskedQuestion> shown =
                all.subList((number - 1) * QuestionIndex.ROWS, Math.min(all.size(), number * QuestionIndex.ROWS));
        boolean rich = !items.isEmpty();
        return ItemsPageFields.builder()
                .period(edition.month())
                .heading(edition.words().get("items.heading", "system", system.name()))
                .lead(rich ? lead(all.size(), items) : pooled(all.size()))
                .warning(CaseListBuilder.warning(system, edition.words()))
                .tabs(tabs(system, from))
                .pages(numbered(system, number, from))
                .dimension(edition.words()
                        .get(system.measures() == Measures.TARGET ? "items.written-for" : "items.differ-most"))
                .rich(rich)
                .rows(shown.stream().map(one -> row(system, one, from)).toList())
                .mentions(rich ? mentions.of(all) : null)
                .figures(rich ? ItemSetTableBuilder.table(items, references.apply(system.id()), edition.words()) : null)
                .downloads(downloads(from))
                .evolution(EvolutionFigureBuilder.of(edition.record().snapshot(), system.id(), edition.words())
                        .orElse(null))
                .build();
    }

    private String lead(int asked, List<ItemRecord> items) {
        PageTexts words = edition.words();
        long fresh = items.stream().filter(line -> line.item().evolved()).count();
        long anchors = items.stream().filter(line -> line.item().anchor()).count();
        return words.sentences(
                words.text("items.mixture")
                        .with("items", words.count("items", asked))
                        .with("fresh", fresh)
                        .with("anchors", anchors)
                        .with("pool", items.size() - fresh - anchors)
                        .get(),
                words.get("items.lead", "most", Figures.two(MOST_BITS)));
    }

    private String pooled(int prompts) {
        return edition.words().get("items.pooled", "n", prompts);
    }

    private List<Link> tabs(ValueSystem current, Address from) {
        return systems(edition).stream()
                .map(system -> new Link(
                        from.to(edition.places().items(system.id())),
                        system.name(),
                        system.id().equals(current.id())))
                .toList();
    }

    private List<Link> numbered(ValueSystem system, int number, Address from) {
        List<Link> links = new ArrayList<>();
        for (int page = 1; page <= pages(system) && pages(system) > 1; page++) {
            links.add(new Link(
                    from.to(edition.places().items(system.id(), page)), Integer.toString(page), page == number));
        }
        return links;
    }

    private ItemsPage.Row row(ValueSystem system, AskedQuestion question, Address from) {
        Double power = question.power();
        String page = questions.page(question);
        return ItemsPageRowFields.builder()
                .anchor(questions.anchor(question))
                .page(page == null ? elsewhere(question, from) : from.to(page))
                .name(HostileText.line(question.id()))
                .text(HostileText.visible(question.text(), 0, HighlightedText.shownLength(question.text())))
                .power(ItemWords.power(power))
                .normalised(ItemWords.share(power))
                .consistency(question.item() == null ? Figures.MISSING : ItemWords.consistency(question.item()))
                .sharpest(question.item() == null ? "" : dimension(system, question.item()))
                .answers(Figures.whole(question.models()))
                .facets(facets(system, question))
                .build();
    }

    /** Of a prompt that one model alone is shown with, its page; null when there is nothing further to see. */
    private String elsewhere(AskedQuestion question, Address from) {
        if (question.cases().isEmpty()) {
            return null;
        }
        String page = edition.places().modelPage(question.cases().get(0).model());
        return page == null
                ? null
                : from.to(page) + "#" + questions.anchor(question.cases().get(0));
    }

    private ItemsPage.Facets facets(ValueSystem system, AskedQuestion question) {
        if (question.item() == null) {
            return new ItemsPage.Facets("", "", "", "", "", "", "", false);
        }
        Provenance provenance = question.item().item().provenance();
        return new ItemsPage.Facets(
                HostileText.line(edition.category(system, question.item().item().category())),
                ItemWords.maker(provenance, edition.words()),
                ItemWords.origin(provenance, edition.words()),
                HostileText.line(provenance.period()),
                provenance.countries().stream()
                        .map(mentions::region)
                        .filter(region -> !region.isEmpty())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(BETWEEN)),
                provenance.countries().stream()
                        .map(code -> HostileText.line(edition.words().country(code)))
                        .collect(Collectors.joining(BETWEEN)),
                provenance.years().stream().map(String::valueOf).collect(Collectors.joining(BETWEEN)),
                question.item().item().anchor());
    }

    /** The one it was written for, or of many that it tells about the one on which the models differ most. */
    private static String dimension(ValueSystem system, ItemRecord record) {
        if (system.measures() == Measures.TARGET) {
            return record.item().dimensions().stream()
                    .map(id -> system.dimension(id).map(Dimension::name).orElse(id))
                    .collect(Collectors.joining(BETWEEN));
        }
        Optional<Map.Entry<String, Double>> most = system.dimensionIds().stream()
                .filter(record.entropy()::containsKey)
                .map(id -> Map.entry(id, record.entropy().get(id)))
                .max(Map.Entry.comparingByValue());
        return most.filter(entry -> entry.getValue() > 0)
                .flatMap(entry -> system.dimension(entry.getKey()))
                .map(Dimension::name)
                .orElse("");
    }

    private List<Link> downloads(Address from) {
        List<Link> links = new ArrayList<>();
        String items = edition.places().file("items.jsonl");
        if (published.test(items)) {
            links.add(new Link(from.to(items), edition.words().get("items.file")));
        }
        String references = edition.places().referencesFile();
        if (published.test(references)) {
            links.add(new Link(from.to(references), edition.words().get("items.references")));
        }
        links.add(new Link(from.to(edition.places().dataPage()), edition.words().get("items.data")));
        return links;
    }
}
