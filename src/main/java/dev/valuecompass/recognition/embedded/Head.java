package dev.valuecompass.recognition.embedded;

import java.util.Map;

/**
 * One linear question about a unit: its logit is the sum of what holds in the domain (a system in one form) and what the value
 * adds. A value system without examples is read by {@code general}, which was fitted on its own.
 *
 * @param general similarities, direction, intercept
 * @param domains by {@code system/form}: similarities, direction, opening, request where it is read, intercept
 * @param values by {@code system/dimension/form}: direction, intercept
 * @param calibration by {@code system/form}, and {@code general}: slope and offset that turn an answer's score into log-odds
 */
record Head(
        float[] general, Map<String, float[]> domains, Map<String, float[]> values, Map<String, double[]> calibration) {
    public static final String GENERAL = "general";

    public static String domain(String system, AnswerForm form) {
        return system + "/" + form.label();
    }

    public static String value(String system, String dimension, AnswerForm form) {
        return system + "/" + dimension + "/" + form.label();
    }

    double logit(String system, String dimension, AnswerForm form, Features features) {
        float[] own = domains.get(domain(system, form));
        if (own == null) {
            return unknown(features);
        }
        int width = features.direction().length;
        double sum = dot(own, 0, features.similarities())
                + dot(own, Features.SIMILARITIES, features.direction())
                + dot(own, Features.SIMILARITIES + width, features.opening())
                + dot(own, Features.SIMILARITIES + 2 * width, features.request())
                + own[own.length - 1];
        float[] value = values.get(value(system, dimension, form));
        return value == null ? sum : sum + dot(value, 0, features.direction()) + value[value.length - 1];
    }

    /** What the head for systems without examples says, whatever the system. */
    public double unknown(Features features) {
        return dot(general, 0, features.similarities())
                + dot(general, Features.SIMILARITIES, features.direction())
                + general[general.length - 1];
    }

    /** The probability that an answer with this score says yes. */
    double probability(String system, AnswerForm form, double score) {
        String domain = domain(system, form);
        double[] line = calibration.get(domains.containsKey(domain) ? domain : GENERAL);
        return 1 / (1 + StrictMath.exp(-(line[0] * score + line[1])));
    }

    private static double dot(float[] weights, int from, float[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += (double) weights[from + i] * features[i];
        }
        return sum;
    }
}
