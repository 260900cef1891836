package dev.valuecompass.site.item;

import dev.valuecompass.items.ItemVersion;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.edition.QuestionIndex;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where items come from: the way from a topic or a starting item to each, and what was made from it. */
final class LineageBuilder {
    private static final int LONGEST = 160;
    private static final int MOST_CHILDREN = 50;
    private static final int ENOUGH_OF_A_DIGEST = 12;

    private final QuestionIndex questions;
    private final boolean texts;
    private final PageTexts words;

    /** @param texts whether the texts of other items may be shown openly */
    LineageBuilder(QuestionIndex questions, boolean texts, PageTexts words) {
        this.words = words;
        this.questions = questions;
        this.texts = texts;
    }

    ItemPage.Lineage of(AskedQuestion question, Address from) {
        Deque<AskedQuestion> way = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        AskedQuestion at = question;
        while (at != null && at.item() != null && seen.add(at.id())) {
            way.addFirst(at);
            at = questions.byId(at.item().item().provenance().parent());
        }
        List<ItemPage.Ancestor> steps = new ArrayList<>();
        String root = way.getFirst().item().item().provenance().parent();
        if (!root.isEmpty() && !seen.contains(root)) {
            steps.add(new ItemPage.Ancestor(words.get("lineage.topic"), HostileText.line(root), null, null, "", null));
        }
        boolean first = true;
        for (AskedQuestion step : way) {
            forms(step, steps);
            steps.add(step(step, first, step == question, from));
            first = false;
        }
        List<Link> children = questions.madeFrom(question.id()).stream()
                .limit(MOST_CHILDREN)
                .map(child -> new Link(from.to(questions.place(child)), name(child)))
                .toList();
        return new ItemPage.Lineage(steps, children);
    }

    /** The forms that it had on the way, before the last one, which is its own. */
    private void forms(AskedQuestion question, List<ItemPage.Ancestor> steps) {
        List<ItemVersion> path = question.item().item().provenance().path();
        for (ItemVersion form : path.subList(0, Math.max(0, path.size() - 1))) {
            steps.add(new ItemPage.Ancestor(
                    words.get("lineage.form"),
                    "",
                    texts ? ItemWords.brief(form.text(), LONGEST) : null,
                    null,
                    words.get("lineage.reward", "value", Figures.rounded(form.value(), 3)),
                    null));
        }
    }

    private ItemPage.Ancestor step(AskedQuestion question, boolean first, boolean self, Address from) {
        Provenance provenance = question.item().item().provenance();
        String kind = provenance.fromPool()
                ? words.get("lineage.first")
                : words.get(first ? "lineage.generated" : "lineage.refined");
        String digest = HostileText.line(provenance.promptDigest());
        return new ItemPage.Ancestor(
                kind,
                HostileText.line(question.id()),
                self || !texts ? null : ItemWords.brief(question.text(), LONGEST),
                self ? null : from.to(questions.place(question)),
                origin(provenance),
                digest.isEmpty() ? null : digest.substring(0, Math.min(ENOUGH_OF_A_DIGEST, digest.length())));
    }

    private String origin(Provenance provenance) {
        List<String> parts = new ArrayList<>();
        if (!provenance.fromPool()) {
            parts.add(words.get("lineage.by", "maker", ItemWords.origin(provenance, words)));
        }
        if (!provenance.period().isEmpty()) {
            parts.add(words.get("lineage.asked", "month", HostileText.line(words.month(provenance.period()))));
        }
        return words.list(parts);
    }

    private String name(AskedQuestion question) {
        return texts ? ItemWords.brief(question.text(), LONGEST) : HostileText.line(question.id());
    }
}
