package dev.valuecompass.site.model;

import dev.valuecompass.io.Json;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.ModelPage.Fact;
import dev.valuecompass.site.view.ModelPage.Origin;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the figures of a model come from, and what they cost. */
final class Origins {
    private static final int ENOUGH_OF_A_DIGEST = 12;
    private static final double MILLION = 1e6;
    private static final int THOUSAND = 1000;

    private final Edition edition;
    private final Predicate<String> published;

    /** @param published whether the site has a file at a path */
    Origins(Edition edition, Predicate<String> published) {
        this.edition = edition;
        this.published = published;
    }

    Origin of(ModelEntry model, Address from) {
        List<Fact> facts = new ArrayList<>();
        add(
                facts,
                "Published by",
                edition.imported() ? edition.snapshot().origin().source() : "");
        RunProvenance run = edition.snapshot().run();
        if (run != null) {
            add(facts, "Asked", asked(run));
            add(facts, "Settings", settings(run.sampling()));
        }
        edition.snapshot().recognizers().forEach(card -> recognizer(facts, card, model));
        if (run != null) {
            add(facts, "Cost of the period", spent(run));
            add(facts, "Cost of this model", estimate(run, model));
        }
        if (facts.isEmpty()) {
            add(facts, "Origin", "The source of this period does not say how its figures came about.");
        }
        return new Origin(facts, files(model, from));
    }

    private static void add(List<Fact> facts, String label, String text) {
        String shown = HostileText.line(text);
        if (!shown.isEmpty()) {
            facts.add(new Fact(label, shown, null));
        }
    }

    private String asked(RunProvenance run) {
        return edition.snapshot().systems().stream()
                        .filter(result -> result.items() > 0)
                        .map(result -> Figures.whole(result.items()) + " items of "
                                + result.system().name())
                        .collect(Collectors.joining(", "))
                + "; " + (run.samples() == 1 ? "one answer" : run.samples() + " answers") + " to each";
    }

    /** As sent, such as {@code temperature 1.0, topP 0.95}. */
    private static String settings(String sampling) {
        Map<?, ?> all = Json.parse(sampling, Map.class, "run.sampling");
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void recognizer(List<Fact> facts, RecognizerCard card, ModelEntry model) {
        String agreement = edition.valueSystems().stream()
                .map(system -> agreement(card, system))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        add(
                facts,
                "Read by",
                card.description() + " Version "
                        + card.version()
                                .substring(
                                        0,
                                        Math.min(
                                                ENOUGH_OF_A_DIGEST,
                                                card.version().length())) + "."
                        + (agreement.isEmpty()
                                ? ""
                                : " Agreement with labels that it was not fitted on: " + agreement + "."));
        if (card.sameFamily().contains(model.id())) {
            add(facts, "Caution", "The model that read the answers is a relative of this one.");
        }
    }

    private static String agreement(RecognizerCard card, ValueSystem system) {
        RecognizerCard.Quality quality = card.quality().get(system.id());
        return quality == null || quality.kappa() == null
                ? null
                : "\u03ba " + Figures.two(quality.kappa()) + " on " + system.name();
    }

    private String spent(RunProvenance run) {
        List<String> parts = new ArrayList<>();
        if (run.dollars() != null) {
            parts.add("$" + Figures.two(run.dollars()));
        }
        if (run.promptTokens() != null && run.completionTokens() != null) {
            parts.add(Figures.whole(run.promptTokens()) + " tokens in, " + Figures.whole(run.completionTokens())
                    + " out");
        }
        return parts.isEmpty()
                ? ""
                : String.join(": ", parts) + "; all "
                        + Figures.count(edition.snapshot().models().size(), "model", "models") + " together";
    }

    /** The period records tokens of all models together; a model's own share follows from its price alone. */
    private String estimate(RunProvenance run, ModelEntry model) {
        double answers = edition.snapshot().systems().stream()
                        .mapToInt(SystemResult::items)
                        .sum()
                * (double) run.samples()
                * edition.snapshot().models().size();
        if (model.price() == null || run.promptTokens() == null || run.completionTokens() == null || answers == 0) {
            return "";
        }
        double in = run.promptTokens() / answers;
        double out = run.completionTokens() / answers;
        double dollars =
                THOUSAND * (in * model.price().input() + out * model.price().output()) / MILLION;
        return "about $" + Figures.two(dollars)
                + " for a thousand such questions, at its price and the mean of all models, " + Figures.rounded(in, 0)
                + " tokens in and " + Figures.rounded(out, 0) + " out";
    }

    private List<Link> files(ModelEntry model, Address from) {
        List<Link> files = new ArrayList<>();
        file(files, "labels/" + model.id() + ".jsonl", "How every answer was labelled", from);
        file(files, "cases/" + model.id() + ".jsonl", "Its published cases as data", from);
        return files;
    }

    private void file(List<Link> files, String name, String label, Address from) {
        String path = edition.places().file(name);
        if (published.test(path)) {
            files.add(new Link(from.to(path), label));
        }
    }
}
