package dev.valuecompass.site.culture;

import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * What all surveys of a period say of one country.
 *
 * @param verdict what follows from all of them together
 */
public record CountryHub(String period, String heading, String verdict, Link all, List<SurveyVerdict> surveys) {
    /**
     * What one survey says.
     *
     * @param about system, year, age and respondents
     * @param statement which model lies nearest, and how sure that is
     * @param notes of the survey, in the order of their importance
     */
    public record SurveyVerdict(Link page, String about, String statement, List<TranslatedText> notes) {}

    /** A country in the list of all. @param nearest the nearest model by each survey that names one, or why none is */
    public record Entry(Link page, String surveys, String verdict) {}
}
