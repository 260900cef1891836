package dev.valuecompass.site.data;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.methodology.AgreementTexts;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.FactList;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.SamplingText;
import dev.valuecompass.snapshot.RunProvenance;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the page from which a period is downloaded, verified and cited. */
public final class DataPageBuilder {
    private final Edition edition;
    private final Snapshot snapshot;
    private final PageTexts words;
    private final AgreementTexts agreement;

    public DataPageBuilder(Edition edition) {
        this.edition = edition;
        this.snapshot = edition.snapshot();
        this.words = edition.words();
        this.agreement = new AgreementTexts(words);
    }

    /** @param offer what can be downloaded */
    public DataPage page(Downloads.DownloadLists offer, Address from) {
        String licence = HostileText.line(snapshot.origin().licence());
        return DataPageFields.builder()
                .period(edition.period())
                .month(edition.month())
                .lead(words.get("data.lead", "month", edition.month()))
                .licence(licence.isEmpty() ? words.get("data.no-licence") : licence)
                .schema(new Link(from.to(Downloads.SCHEMA), words.get("data.schema")))
                .tables(offer.made())
                .files(offer.frozen())
                .folded(Downloads.many(offer.frozen()))
                .examples(examples(offer))
                .bibtex(offer.bibtex())
                .provenance(provenance(offer.digest()))
                .recognizers(
                        snapshot.recognizers().stream().map(this::recognizer).toList())
                .errata(snapshot.errata().stream()
                        .map(DataPageBuilder::correction)
                        .toList())
                .figuresChanged(snapshot.errata().stream().anyMatch(Snapshot.Erratum::changesFigure))
                .dictionary(
                        new Link(from.to(edition.places().page(Downloads.DICTIONARY)), words.get("data.dictionary")))
                .described(offer.described())
                .build();
    }

    private List<TableExamples.Example> examples(Downloads.DownloadLists offer) {
        return offer.made().isEmpty() || snapshot.systems().isEmpty()
                ? List.of()
                : TableExamples.of(
                        edition.period(), snapshot.systems().get(0).system().id());
    }

    private List<Fact> provenance(String digest) {
        FactList facts = new FactList(words);
        facts.add(
                "layout.period",
                words.get("data.revision", "period", edition.period(), "revision", snapshot.revision()));
        facts.add("data.digest", digest);
        Snapshot.Previous previous = snapshot.previous();
        facts.add(
                "data.previous",
                previous == null
                        ? ""
                        : words.get("data.previous-period", "period", previous.period(), "digest", previous.sha256()));
        facts.add("data.origin", words.get("data.kind." + snapshot.origin().kind()));
        facts.add("series.source", snapshot.origin().source());
        RunProvenance run = snapshot.run();
        if (run != null) {
            facts.add("data.program", run.program());
            facts.add("data.configuration", "SHA-256 " + run.configDigest());
            facts.add("data.seed", Long.toString(run.seed()));
            facts.add("data.sampling", SamplingText.of(run.sampling()));
            facts.add("data.answers", Integer.toString(run.samples()));
            facts.add(
                    "data.orders",
                    run.scoring() == null ? "" : Integer.toString(run.scoring().orders()));
            facts.add("data.tokens", tokens(run));
            facts.add("data.cost", cost(run));
        }
        facts.add("section.items", snapshot.fingerprint().items());
        facts.add("data.recogniser", snapshot.fingerprint().recognizer());
        facts.add("data.prompts", snapshot.fingerprint().prompts());
        facts.add("series.scale", scale(snapshot.fingerprint().scale()));
        return facts.list();
    }

    private String scale(String scale) {
        String key = "data.scale." + scale;
        return words.has(key) ? words.get(key) : scale;
    }

    private String cost(RunProvenance run) {
        if (run.dollars() == null) {
            return words.get("data.not-known");
        }
        String dollars = "$" + Figures.two(run.dollars());
        return snapshot.synthetic() ? words.get("data.simulated-cost", "dollars", dollars) : dollars;
    }

    private String tokens(RunProvenance run) {
        return run.promptTokens() == null || run.completionTokens() == null
                ? words.get("data.not-known")
                : words.get("data.in-out", "input", run.promptTokens(), "output", run.completionTokens());
    }

    private DataPage.Recognizer recognizer(RecognizerCard card) {
        Map<String, RecognizerCard.Quality> sorted = new TreeMap<>(card.quality());
        return DataPageRecognizerFields.builder()
                .id(HostileText.line(card.id()))
                .version(HostileText.line(card.version()))
                .description(HostileText.line(card.description()))
                .fittedOn(HostileText.line(String.join("; ", card.fittedOn())))
                .relatives(HostileText.line(String.join(", ", card.sameFamily())))
                .languages(agreement.languages(card))
                .qualities(sorted.entrySet().stream()
                        .map(entry -> quality(entry.getKey(), entry.getValue()))
                        .toList())
                .opposed(agreement.opposed(sorted, this::name))
                .weak(agreement.weak(sorted, this::name))
                .build();
    }

    private String name(String system) {
        return edition.system(system)
                .map(SystemResult::system)
                .map(ValueSystem::name)
                .orElse(HostileText.line(system));
    }

    private DataPage.RecognizerQuality quality(String system, RecognizerCard.Quality quality) {
        return new DataPage.RecognizerQuality(
                name(system),
                Figures.whole(quality.n()),
                HostileText.line(quality.data()),
                Figures.two(quality.auc()),
                Figures.two(quality.accuracy()),
                Figures.two(quality.f1()),
                agreement.kappa(quality));
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
