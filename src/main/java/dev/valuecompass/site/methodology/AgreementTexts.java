package dev.valuecompass.site.methodology;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Opposed;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.site.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How well a recogniser agrees with labels, in words. */
public final class AgreementTexts {
    /** Below this κ a single label says little: "fair" agreement at most (Landis & Koch 1977). */
    private static final double WEAK = 0.4;

    private final PageTexts words;

    public AgreementTexts(PageTexts words) {
        this.words = words;
    }

    /** Cohen's κ, with its interval where that is known. */
    public String kappa(Quality quality) {
        Detail detail = quality.detail();
        return detail == null
                ? Figures.two(quality.kappa())
                : kappa(quality.kappa(), detail.kappaLow(), detail.kappaHigh());
    }

    /** @param low of its interval; null where that is not known */
    String kappa(Double kappa, Double low, Double high) {
        boolean bounded = low != null && high != null;
        return Figures.two(kappa)
                + (bounded ? " " + words.get("data.range", "low", Figures.two(low), "high", Figures.two(high)) : "");
    }

    /**
     * The systems on which agreement is weak or undefined, in the order of the map; empty when there is none.
     *
     * @param qualities by system id
     * @param systemName by id
     */
    public String weak(Map<String, Quality> qualities, UnaryOperator<String> systemName) {
        return list(qualities.entrySet().stream()
                .filter(one -> one.getValue().kappa() == null || one.getValue().kappa() < WEAK)
                .map(one -> systemName.apply(one.getKey())));
    }

    /**
     * How far answers that oppose a value are seen, by system, and where that was not measured.
     *
     * @param qualities by system id
     * @param systemName by id
     */
    public String opposed(Map<String, Quality> qualities, UnaryOperator<String> systemName) {
        List<String> sentences = new ArrayList<>();
        List<String> open = new ArrayList<>();
        qualities.forEach((system, quality) -> {
            Opposed f = quality.detail() == null ? null : quality.detail().opposed();
            if (f == null) {
                open.add(systemName.apply(system));
            } else {
                sentences.add(words.text(f.data().isEmpty() ? "card.opposed" : "card.opposed-elsewhere")
                        .with("data", f.data())
                        .with("system", systemName.apply(system))
                        .with("met", f.met())
                        .with("labelled", f.labelled())
                        .with("recall", Figures.two(f.recall()))
                        .with("seen", f.seen())
                        .with("precision", Figures.two(f.precision()))
                        .get());
            }
        });
        if (!open.isEmpty()) {
            sentences.add(words.get("card.opposed-open", "systems", list(open.stream())));
        }
        return words.sentences(sentences.toArray(String[]::new));
    }

    /** In which languages it was measured, and what becomes of answers in others. */
    public String languages(RecognizerCard card) {
        List<Quality> measured = Stream.concat(card.quality().values().stream(), card.people().values().stream())
                .toList();
        List<String> sentences = new ArrayList<>();
        if (measured.stream()
                .anyMatch(
                        one -> one.detail() == null || one.detail().languages().isEmpty())) {
            sentences.add(words.get("card.languages-open"));
        } else if (!measured.isEmpty()) {
            sentences.add(words.get(
                    "card.languages",
                    "languages",
                    names(measured.stream().flatMap(one -> one.detail().languages().stream()))));
        }
        sentences.add(
                card.languages().isEmpty()
                        ? words.get("card.reads-any")
                        : words.get("card.reads", "languages", names(card.languages().stream())));
        return words.sentences(sentences.toArray(String[]::new));
    }

    private String names(Stream<String> codes) {
        return list(codes.distinct().sorted().map(words::language));
    }

    private String list(Stream<String> names) {
        return names.reduce((all, next) -> words.get("list", "all", all, "next", next))
                .orElse("");
    }
}
