package dev.valuecompass.value;

import java.util.Map;

/**
 * The mean value profile of one country in one survey.
 *
 * @param id {@code series/code}, such as {@code wvs6/CN}
 * @param code ISO 3166-1 alpha-2
 * @param year of the interviews
 * @param n respondents; null where the source does not say
 * @param scores by dimension id, on the scale of the series; every dimension of the system is present
 */
public record Culture(
        String id, String code, String country, String series, int year, Integer n, Map<String, Double> scores) {}
