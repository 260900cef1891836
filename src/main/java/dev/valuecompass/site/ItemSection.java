package dev.valuecompass.site;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.FrameBuilder.Section;
import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.edition.QuestionIndex;
import dev.valuecompass.site.item.Atlas;
import dev.valuecompass.site.item.ItemPageBuilder;
import dev.valuecompass.site.item.ItemsPage;
import dev.valuecompass.site.item.QuestionPages;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.PlainPage;
import dev.valuecompass.snapshot.evidence.ReferenceSets.ReferenceSet;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The pages of what was asked in one period: lists, and a page for each question. */
final class ItemSection {
    private final Edition edition;
    private final PageAddresses places;
    private final PageWriter writer;
    private final PageTexts words;

    /** Writes one page. */
    interface PageWriter {
        void write(PageHeading sheet, Function<PageAddresses, String> sibling, String template, Object content);
    }

    /** What a page is called. */
    record PageHeading(String path, Section section, String title, String description) {}

    ItemSection(Edition edition, PageWriter writer) {
        this.edition = edition;
        this.places = edition.places();
        this.writer = writer;
        this.words = edition.words();
    }

    /** @param published whether the site has a file at a path @param references other sets of items of a system */
    void write(Atlas atlas, Predicate<String> published, Function<String, List<ReferenceSet>> references) {
        List<ValueSystem> systems = ItemPageBuilder.systems(edition);
        if (systems.isEmpty()) {
            nothing();
            return;
        }
        ItemPageBuilder lists = new ItemPageBuilder(edition, atlas, published, references);
        list(lists, systems.get(0), 1, places.itemList());
        QuestionPages pages = new QuestionPages(edition);
        for (ValueSystem system : systems) {
            for (int number = 1; number <= lists.pages(system); number++) {
                list(lists, system, number, places.items(system.id(), number));
            }
            questions(pages, system);
        }
    }

    private void nothing() {
        writer.write(
                new PageHeading(
                        places.itemList(),
                        Section.ITEMS,
                        words.get("section.items"),
                        words.get("items.unpublished.about")),
                PageAddresses::itemList,
                "plain.jte",
                new PlainPage(
                        edition.month(),
                        words.get("section.items"),
                        words.get("items.unpublished.lead"),
                        List.of(new Link(
                                new Address(places.itemList()).to(places.modelList()),
                                words.get("items.unpublished.cases")))));
    }

    private void list(ItemPageBuilder lists, ValueSystem system, int number, String path) {
        ItemsPage page = lists.page(system, number, new Address(path));
        String title = words.get("items.title", "system", system.name()) + (number == 1 ? "" : " \u00b7 " + number);
        writer.write(
                new PageHeading(path, Section.ITEMS, title, page.lead()), PageAddresses::itemList, "items.jte", page);
    }

    private void questions(QuestionPages pages, ValueSystem system) {
        QuestionIndex questions = edition.questions();
        List<AskedQuestion> all = questions.of(system.id());
        for (int i = 0; i < all.size(); i++) {
            AskedQuestion question = all.get(i);
            String path = questions.page(question);
            if (path != null) {
                String title = QuestionPages.title(system, question, words);
                writer.write(
                        new PageHeading(path, Section.ITEMS, title, words.get("item.about", "title", title)),
                        PageAddresses::itemList,
                        "item.jte",
                        pages.page(
                                system,
                                question,
                                i == 0 ? null : all.get(i - 1),
                                i == all.size() - 1 ? null : all.get(i + 1)));
            }
        }
    }
}
