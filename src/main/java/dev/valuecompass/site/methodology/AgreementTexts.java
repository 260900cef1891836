package dev.valuecompass.site.methodology;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.recognition.RecognizerCard.Detail;
import dev.valuecompass.recognition.RecognizerCard.Quality;
import dev.valuecompass.site.text.Figures;
import java.util.Map;
import java.util.function.UnaryOperator;

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
        return qualities.entrySet().stream()
                .filter(one -> one.getValue().kappa() == null || one.getValue().kappa() < WEAK)
                .map(one -> systemName.apply(one.getKey()))
                .reduce((all, next) -> words.get("list", "all", all, "next", next))
                .orElse("");
    }
}
