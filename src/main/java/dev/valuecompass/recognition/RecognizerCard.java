package dev.valuecompass.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.valuecompass.io.ByName;
import java.util.List;
import java.util.Map;

/**
 * What a reader must know about a recogniser.
 *
 * @param id {@code embedded}, {@code direct} or {@code llm}
 * @param version SHA-256 over everything that decides its labels: weights, prompts, model ids
 * @param description how it works, in a sentence
 * @param fittedOn what its weights were fitted on; empty when it has none
 * @param quality measured on answers it was not fitted on, by system id; empty when not measured. Whose labels they were is in
 *     {@link Quality#data}
 * @param sameFamily ids of examinees that the judging model is a relative of
 * @param languages two-letter codes (ISO 639-1) of those that it has learned; empty when it reads any
 * @param people the same on labels of people alone; empty when not measured
 */
public record RecognizerCard(
        String id,
        String version,
        String description,
        List<String> fittedOn,
        Map<String, Quality> quality,
        List<String> sameFamily,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> languages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Quality> people) {
    public RecognizerCard {
        languages = languages == null ? List.of() : List.copyOf(languages);
        people = people == null ? Map.of() : people;
    }

    /** Not measured on labels of people. */
    public RecognizerCard(
            String id,
            String version,
            String description,
            List<String> fittedOn,
            Map<String, Quality> quality,
            List<String> sameFamily,
            List<String> languages) {
        this(id, version, description, fittedOn, quality, sameFamily, languages, Map.of());
    }

    /** The same, measured on labels of people. */
    public RecognizerCard with(Map<String, Quality> byPeople) {
        return new RecognizerCard(id, version, description, fittedOn, quality, sameFamily, languages, byPeople);
    }

    /** Of one that reads any language. */
    public RecognizerCard(
            String id,
            String version,
            String description,
            List<String> fittedOn,
            Map<String, Quality> quality,
            List<String> sameFamily) {
        this(id, version, description, fittedOn, quality, sameFamily, List.of());
    }

    /**
     * Measured quality.
     *
     * @param n labelled (answer, dimension) pairs
     * @param data what they were
     * @param auc area under the ROC curve; null when undefined
     * @param accuracy in [0, 1]
     * @param f1 macro-averaged, in [0, 1]
     * @param kappa Cohen's kappa; null when undefined
     * @param detail null where it was not kept
     * @param mutual agreement with other recognisers on the same answers; empty where no other read them
     */
    public record Quality(
            int n,
            String data,
            Double auc,
            double accuracy,
            double f1,
            Double kappa,
            Detail detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mutual> mutual) {
        public Quality {
            mutual = mutual == null ? List.of() : List.copyOf(mutual);
        }

        /** With this in the place of what its detail says of rejections. */
        public Quality with(Opposed opposed) {
            Detail told =
                    RecognizerCardDetailFields.copy(detail).opposed(opposed).build();
            return new Quality(n, data, auc, accuracy, f1, kappa, told, mutual);
        }

        /** The figures alone. */
        public Quality(int n, String data, Double auc, double accuracy, double f1, Double kappa) {
            this(n, data, auc, accuracy, f1, kappa, null, List.of());
        }
    }

    /**
     * How far another recogniser saw the same in the same answers, whoever of them is right.
     *
     * @param with the other one's id
     * @param version that it had then
     * @param synthetic whether a simulated model read for one of them
     * @param n answers that both read
     * @param same share of them with the same of the three labels, in [0, 1]
     * @param kappa Cohen's κ of seeing the value; null when undefined
     * @param kappaLow lower end of its 95 % interval, bootstrapped over prompts; null where undefined
     * @param kappaHigh its upper end
     */
    public record Mutual(
            String with,
            String version,
            boolean synthetic,
            int n,
            double same,
            Double kappa,
            Double kappaLow,
            Double kappaHigh) {}

    /**
     * What the figures rest on.
     *
     * @param kappaLow lower end of the 95 % interval of kappa, bootstrapped over prompts; null where undefined
     * @param kappaHigh its upper end
     * @param truePositives shown, and seen
     * @param falsePositives not shown, but seen
     * @param falseNegatives shown, but not seen
     * @param trueNegatives not shown, and not seen
     * @param calibration tenths of the predicted probability, without the empty ones
     * @param evidenceMet answers whose evidence overlaps what a person marked
     * @param evidenceOf answers seen rightly in which a person marked something
     * @param opposed how far opposition is seen; null where no answer is labelled as opposing a value
     * @param languages two-letter codes of those that the labelled answers were in; empty where that is not stated
     */
    @ByName
    public record Detail(
            Double kappaLow,
            Double kappaHigh,
            int truePositives,
            int falsePositives,
            int falseNegatives,
            int trueNegatives,
            List<Bin> calibration,
            int evidenceMet,
            int evidenceOf,
            @JsonInclude(JsonInclude.Include.NON_NULL) Opposed opposed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> languages) {
        public Detail {
            languages = languages == null ? List.of() : List.copyOf(languages);
        }
    }

    /**
     * Answers that oppose the value.
     *
     * @param labelled as such
     * @param seen as such
     * @param met both
     * @param data what the labelled answers were, where they are not those that the other figures rest on; else empty
     */
    public record Opposed(
            int labelled,
            int seen,
            int met,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String data) {
        public Opposed {
            data = data == null ? "" : data;
        }

        /** In [0, 1]; null where none is labelled. */
        public Double recall() {
            return labelled == 0 ? null : (double) met / labelled;
        }

        /** In [0, 1]; null where none is seen. */
        public Double precision() {
            return seen == 0 ? null : (double) met / seen;
        }
    }

    /**
     * Answers that were given about the same probability.
     *
     * @param predicted their mean predicted probability, in [0, 1]
     * @param observed the share of them that shows the value, in [0, 1]
     */
    public record Bin(int n, double predicted, double observed) {}
}
