package dev.valuecompass.site.edition;

import dev.valuecompass.io.Digest;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.PeriodRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was asked in a period and where it stands: published items, and where the source publishes none, the prompts of
 * its cases. Each has a page of its own as long as there are not too many; then only those with published answers have,
 * and the others stand in the list alone.
 */
public final class QuestionIndex {
    /** Rows of a list before it goes on on a further page: such a page weighs some 40 kB compressed. */
    public static final int ROWS = 500;

    private static final int MOST_PAGES = 2000;
    private static final int ENOUGH_OF_A_DIGEST = 12;

    private final PageAddresses places;
    private final Map<String, AskedQuestion> byId;
    private final Map<String, List<AskedQuestion>> bySystem;
    private final Map<String, String> slugs;
    private final Map<String, Integer> rows;
    private final Map<String, List<AskedQuestion>> made;
    private final Map<String, Map<String, String>> anchors;
    private final boolean few;

    QuestionIndex(PeriodRecord record, PageAddresses places) {
        this.places = places;
        this.byId = new LinkedHashMap<>();
        this.bySystem = new HashMap<>();
        this.rows = new HashMap<>();
        this.made = new HashMap<>();
        this.anchors = new HashMap<>();
        Map<String, List<Case>> cases = new HashMap<>();
        record.cases()
                .values()
                .forEach(all -> all.forEach(one ->
                        cases.computeIfAbsent(id(one), id -> new ArrayList<>()).add(one)));
        cases.values().forEach(all -> all.sort(Comparator.comparing(Case::model).thenComparing(Case::id)));
        for (ItemRecord item : record.items()) {
            String id = item.item().id();
            List<Case> of = cases.getOrDefault(id, List.of());
            add(new AskedQuestion(id, item.item().system(), item.item().text(), item, List.copyOf(of)));
        }
        cases.forEach((id, of) -> {
            if (!byId.containsKey(id)) {
                Case one = of.get(0);
                add(new AskedQuestion(id, one.system(), one.prompt(), null, List.copyOf(of)));
            }
        });
        bySystem.values().forEach(all -> {
            all.sort(Comparator.comparing(AskedQuestion::power, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(AskedQuestion::models, Comparator.reverseOrder())
                    .thenComparing(AskedQuestion::id));
            for (int row = 0; row < all.size(); row++) {
                rows.put(all.get(row).id(), row);
            }
        });
        byId.values().stream()
                .filter(one -> one.item() != null)
                .filter(one -> !one.item().item().provenance().parent().isEmpty())
                .sorted(Comparator.comparing(AskedQuestion::id))
                .forEach(one -> made.computeIfAbsent(
                                one.item().item().provenance().parent(), parent -> new ArrayList<>())
                        .add(one));
        record.cases()
                .forEach((model, all) -> anchors.put(
                        model, Slugs.of(new TreeSet<>(all.stream().map(Case::id).toList()), Set.of())));
        this.slugs = Slugs.of(byId.keySet(), Set.of());
        this.few = record.items().size() <= MOST_PAGES;
    }

    private QuestionIndex(QuestionIndex other, PageAddresses places) {
        this.places = places;
        this.byId = other.byId;
        this.bySystem = other.bySystem;
        this.slugs = other.slugs;
        this.rows = other.rows;
        this.made = other.made;
        this.anchors = other.anchors;
        this.few = other.few;
    }

    /** The same questions on pages that lie elsewhere. */
    QuestionIndex in(PageAddresses elsewhere) {
        return new QuestionIndex(this, elsewhere);
    }

    private void add(AskedQuestion question) {
        byId.put(question.id(), question);
        bySystem.computeIfAbsent(question.system(), system -> new ArrayList<>()).add(question);
    }

    /** Prompts that differ in one letter are different questions: nothing is taken for the same that may not be. */
    private static String id(Case one) {
        return one.item().isEmpty()
                ? "prompt-" + Digest.sha256(one.system() + "\n" + one.prompt()).substring(0, ENOUGH_OF_A_DIGEST)
                : one.item();
    }

    /** The most telling first; then those that more models are shown with. */
    public List<AskedQuestion> of(String system) {
        return List.copyOf(bySystem.getOrDefault(system, List.of()));
    }

    /** Null when nothing is published of it. */
    public AskedQuestion byId(String id) {
        return byId.get(id);
    }

    /** The question that a published case answers. */
    public AskedQuestion of(Case one) {
        return byId.get(id(one));
    }

    /** Its anchor in the list. */
    public String anchor(AskedQuestion question) {
        return "item-" + slugs.get(question.id());
    }

    /** Null when the question has no page of its own. */
    public String page(AskedQuestion question) {
        boolean own = question.item() == null
                ? question.models() > 1
                : few || !question.cases().isEmpty();
        return own ? places.item(question.system(), slugs.get(question.id())) : null;
    }

    /** Where a reader learns more of it: its own page, or its row in the list. */
    public String place(AskedQuestion question) {
        String page = page(question);
        return page != null
                ? page
                : places.items(question.system(), 1 + rows.get(question.id()) / ROWS) + "#" + anchor(question);
    }

    /** Those that were made from an item or a topic, by id. */
    public List<AskedQuestion> madeFrom(String id) {
        return List.copyOf(made.getOrDefault(id, List.of()));
    }

    /** The anchor of a published answer on the page of its model, the same in every rendering. */
    public String anchor(Case one) {
        return "case-" + anchors.get(one.model()).get(one.id());
    }
}
