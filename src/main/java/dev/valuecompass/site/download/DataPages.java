package dev.valuecompass.site.download;

import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.DataPage;
import dev.valuecompass.site.view.Link;
import dev.valuecompass.site.view.ModelPage.Fact;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds the page from which a period is downloaded, verified and cited. */
public final class DataPages {
    /** Below this κ a single label says little: "fair" agreement at most (Landis & Koch 1977). */
    private static final double WEAK = 0.4;

    private final Edition edition;
    private final Snapshot snapshot;

    public DataPages(Edition edition) {
        this.edition = edition;
        this.snapshot = edition.snapshot();
    }

    /** @param offer what can be downloaded */
    public DataPage page(Downloads.Offer offer, Address from) {
        String licence = HostileText.line(snapshot.origin().licence());
        return new DataPage(
                edition.period(),
                edition.month(),
                "Everything that this site shows for " + edition.month()
                        + " comes from these files. They are frozen: a correction is a new revision with a reason, and"
                        + " the superseded one stays available.",
                licence.isEmpty() ? "No licence is stated." : licence,
                new Link(from.to(Downloads.SCHEMA), "JSON Schema of the frozen files"),
                offer.made(),
                offer.frozen(),
                Downloads.many(offer.frozen()),
                offer.bibtex(),
                provenance(),
                snapshot.recognizers().stream().map(this::recognizer).toList(),
                snapshot.errata().stream().map(DataPages::correction).toList(),
                new Link(from.to(Downloads.DICTIONARY), "What every field and column means"),
                offer.described());
    }

    private List<Fact> provenance() {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Period", edition.period() + ", revision " + snapshot.revision());
        add(facts, "Origin", snapshot.origin().kind());
        add(facts, "Source", snapshot.origin().source());
        RunProvenance run = snapshot.run();
        if (run != null) {
            add(facts, "Program", run.program());
            add(facts, "Configuration", "SHA-256 " + run.configDigest());
            add(facts, "Seed", Long.toString(run.seed()));
            add(facts, "Sampling", run.sampling());
            add(facts, "Answers to an item", Integer.toString(run.samples()));
            add(
                    facts,
                    "Item orders",
                    run.scoring() == null ? "" : Integer.toString(run.scoring().orders()));
            add(facts, "Tokens", tokens(run));
            add(facts, "Cost", cost(run));
        }
        add(facts, "Items", snapshot.fingerprint().items());
        add(facts, "Recogniser", snapshot.fingerprint().recognizer());
        add(facts, "Prompts", snapshot.fingerprint().prompts());
        add(facts, "Scale", snapshot.fingerprint().scale());
        return facts;
    }

    private String cost(RunProvenance run) {
        if (run.dollars() == null) {
            return "not known";
        }
        String dollars = "$" + Figures.two(run.dollars());
        return snapshot.synthetic()
                ? dollars + ", of which simulated models cost nothing but their invented price"
                : dollars;
    }

    private static String tokens(RunProvenance run) {
        return run.promptTokens() == null || run.completionTokens() == null
                ? "not known"
                : Figures.whole(run.promptTokens()) + " in, " + Figures.whole(run.completionTokens()) + " out";
    }

    private static void add(List<Fact> facts, String label, String text) {
        String shown = text == null ? "" : HostileText.line(text);
        if (!shown.isEmpty()) {
            facts.add(new Fact(label, shown, null));
        }
    }

    private DataPage.Recognizer recognizer(RecognizerCard card) {
        Map<String, RecognizerCard.Quality> sorted = new TreeMap<>(card.quality());
        return new DataPage.Recognizer(
                HostileText.line(card.id()),
                HostileText.line(card.version()),
                HostileText.line(card.description()),
                HostileText.line(String.join("; ", card.fittedOn())),
                HostileText.line(String.join(", ", card.sameFamily())),
                sorted.entrySet().stream()
                        .map(entry -> quality(entry.getKey(), entry.getValue()))
                        .toList(),
                sorted.entrySet().stream()
                        .filter(entry -> weak(entry.getValue()))
                        .map(entry -> name(entry.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private static boolean weak(RecognizerCard.Quality quality) {
        return quality.kappa() == null || quality.kappa() < WEAK;
    }

    private String name(String system) {
        return edition.system(system)
                .map(SystemResult::system)
                .map(ValueSystem::name)
                .orElse(HostileText.line(system));
    }

    private static String kappa(RecognizerCard.Quality quality) {
        RecognizerCard.Detail detail = quality.detail();
        boolean bounded = detail != null && detail.kappaLow() != null && detail.kappaHigh() != null;
        return Figures.two(quality.kappa())
                + (bounded
                        ? " (" + Figures.two(detail.kappaLow()) + " to " + Figures.two(detail.kappaHigh()) + ")"
                        : "");
    }

    private DataPage.Quality quality(String system, RecognizerCard.Quality quality) {
        return new DataPage.Quality(
                name(system),
                Figures.whole(quality.n()),
                HostileText.line(quality.data()),
                Figures.two(quality.auc()),
                Figures.two(quality.accuracy()),
                Figures.two(quality.f1()),
                kappa(quality));
    }

    private static DataPage.Correction correction(Snapshot.Erratum erratum) {
        return new DataPage.Correction(
                HostileText.line(erratum.file()),
                HostileText.line(erratum.row()),
                HostileText.line(erratum.action()),
                HostileText.line(erratum.before()),
                HostileText.line(erratum.after()),
                HostileText.line(erratum.reason()));
    }
}
