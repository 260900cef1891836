package dev.valuecompass.site.item;

import dev.valuecompass.site.edition.AskedQuestion;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.model.CaseListBuilder;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The published answers to one question, side by side. */
final class AnswersToItem {
    /** Answers on one page, some 60 kB of text; those of further models are a link away. */
    private static final int MOST = 40;

    private final Edition edition;
    private final Address from;

    AnswersToItem(Edition edition, Address from) {
        this.edition = edition;
        this.from = from;
    }

    ItemPage.AnswerList of(ValueSystem system, AskedQuestion question) {
        CaseListBuilder cases = new CaseListBuilder(edition, from);
        List<ItemPage.ShownAnswer> shown = new ArrayList<>();
        List<Link> others = new ArrayList<>();
        question.cases().stream()
                .filter(one -> edition.places().modelPage(one.model()) != null)
                .sorted(Comparator.comparing((Case one) -> name(one), NameOrder.OF_NAMES)
                        .thenComparing(Case::model)
                        .thenComparing(Case::id))
                .forEach(one -> {
                    String page = from.to(edition.places().modelPage(one.model()));
                    String there = page + "#" + edition.questions().anchor(one);
                    if (shown.size() < MOST) {
                        shown.add(new ItemPage.ShownAnswer(
                                one.model(),
                                new Link(page, name(one)),
                                cases.view(
                                        one,
                                        system,
                                        anchor(edition, one),
                                        new Link(there, edition.words().get("item.own-page", "model", name(one))))));
                    } else {
                        others.add(new Link(there, name(one)));
                    }
                });
        return new ItemPage.AnswerList(shown, others);
    }

    /** Unique on the page of the question, where models may share the ids of their cases. */
    static String anchor(Edition edition, Case one) {
        return "answer-" + edition.places().slug(one.model()) + "-"
                + edition.questions().anchor(one);
    }

    private String name(Case one) {
        return HostileText.line(edition.places().name(one.model()));
    }
}
