package dev.valuecompass.site.model;

import dev.valuecompass.language.Language;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.site.edition.AnswerCost;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.model.ModelPage.ModelFacts;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.FactList;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.SamplingText;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Where the figures of a model come from, and what they cost. */
final class ProvenanceFacts {
    private static final int ENOUGH_OF_A_DIGEST = 12;

    private final Edition edition;
    private final Predicate<String> published;

    /** @param published whether the site has a file at a path */
    ProvenanceFacts(Edition edition, Predicate<String> published) {
        this.edition = edition;
        this.published = published;
    }

    ModelFacts of(ModelEntry model, Address from) {
        FactList facts = new FactList(edition.words());
        facts.add(
                "origin.publisher",
                edition.imported() ? edition.snapshot().origin().source() : "");
        RunProvenance run = edition.snapshot().run();
        if (run != null) {
            facts.add("origin.asked", asked(run));
            facts.add("origin.settings", SamplingText.of(run.sampling()));
        }
        edition.snapshot().recognizers().forEach(card -> recognizer(facts, card, model));
        if (run != null) {
            facts.add("origin.period-cost", spent(run));
            facts.add("origin.model-cost", estimate(model));
        }
        if (facts.isEmpty()) {
            facts.add("data.origin", edition.words().get("origin.unknown"));
        }
        return new ModelFacts(facts.list(), files(model, from));
    }

    private String asked(RunProvenance run) {
        PageTexts words = edition.words();
        List<String> asked = edition.snapshot().systems().stream()
                .filter(result -> result.items() > 0)
                .map(result -> words.text("origin.items")
                        .with("n", result.items())
                        .with("system", result.system().name())
                        .get())
                .toList();
        return words.get("origin.answers", "items", words.list(asked), "n", run.samples());
    }

    /** Cards are written in English; in another language its name has to do, and the data page has the card. */
    private static String described(RecognizerCard card, PageTexts words) {
        return words.code().equals(Language.REFERENCE)
                ? card.description()
                : words.get("sentence", "text", words.get("data.reader", "id", card.id()));
    }

    private void recognizer(FactList facts, RecognizerCard card, ModelEntry model) {
        PageTexts words = edition.words();
        String agreement = words.list(edition.valueSystems().stream()
                .map(system -> agreement(card, system))
                .filter(Objects::nonNull)
                .toList());
        facts.add(
                "origin.reader",
                words.sentences(
                        described(card, words),
                        words.get(
                                "data.version",
                                "version",
                                card.version()
                                        .substring(
                                                0,
                                                Math.min(
                                                        ENOUGH_OF_A_DIGEST,
                                                        card.version().length()))),
                        agreement.isEmpty() ? "" : words.get("origin.agreement", "agreement", agreement)));
        if (card.sameFamily().contains(model.id())) {
            facts.add("origin.caution", words.get("origin.relative"));
        }
    }

    private String agreement(RecognizerCard card, ValueSystem system) {
        RecognizerCard.Quality quality = card.quality().get(system.id());
        return quality == null || quality.kappa() == null
                ? null
                : edition.words().get("origin.kappa", "kappa", Figures.two(quality.kappa()), "system", system.name());
    }

    private String spent(RunProvenance run) {
        List<String> parts = new ArrayList<>();
        if (run.dollars() != null) {
            parts.add("$" + Figures.two(run.dollars()));
        }
        if (run.promptTokens() != null && run.completionTokens() != null) {
            parts.add(edition.words()
                    .text("origin.tokens")
                    .with("input", run.promptTokens())
                    .with("output", run.completionTokens())
                    .get());
        }
        return parts.isEmpty()
                ? ""
                : edition.words()
                        .text("origin.together")
                        .with("cost", edition.words().list(parts))
                        .with(
                                "models",
                                edition.words()
                                        .count(
                                                "models",
                                                edition.snapshot().models().size()))
                        .get();
    }

    /** The period records tokens of all models together; a model's own share follows from its price alone. */
    private String estimate(ModelEntry model) {
        return model.price() == null
                ? ""
                : AnswerCost.of(edition)
                        .map(cost -> edition.words()
                                .text("origin.estimate")
                                .with("dollars", Figures.two(cost.ofAThousand(model.price())))
                                .with("input", Figures.rounded(cost.input(), 0))
                                .with("output", Figures.rounded(cost.output(), 0))
                                .get())
                        .orElse("");
    }

    private List<Link> files(ModelEntry model, Address from) {
        List<Link> files = new ArrayList<>();
        file(files, "labels/" + model.id() + ".jsonl", edition.words().get("origin.labels"), from);
        file(files, "cases/" + model.id() + ".jsonl", edition.words().get("origin.cases"), from);
        return files;
    }

    private void file(List<Link> files, String name, String label, Address from) {
        String path = edition.places().file(name);
        if (published.test(path)) {
            files.add(new Link(from.to(path), label));
        }
    }
}
