package dev.valuecompass.site.culture;

import dev.valuecompass.language.Language;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.value.CultureSeries;
import java.util.ArrayList;
import java.util.List;

/** What is said about a survey, in the language of a page as far as it is translated. */
final class SurveyTexts {
    private final CultureSeries series;
    private final PageTexts words;

    SurveyTexts(CultureSeries series, PageTexts words) {
        this.series = series;
        this.words = words;
    }

    TranslatedText instrument() {
        return passage("series.instrument", series.instrument(), series.language());
    }

    /** Instrument, scale and source. */
    List<TranslatedText> facts() {
        return List.of(
                instrument(),
                passage("series.scale", series.scale(), series.language()),
                passage("series.source", series.source(), Language.REFERENCE));
    }

    List<TranslatedText> factsAndLicence() {
        List<TranslatedText> facts = new ArrayList<>(facts());
        facts.add(passage("facts.licence", series.licence(), series.language()));
        return facts;
    }

    List<TranslatedText> notes() {
        return series.notes().stream()
                .map(note -> new TranslatedText("", note, foreign(series.language())))
                .toList();
    }

    private TranslatedText passage(String label, String text, String language) {
        return new TranslatedText(words.get(label), text, foreign(language));
    }

    private String foreign(String language) {
        return language.equals(words.code()) ? null : language;
    }
}
