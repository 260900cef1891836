package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import java.lang.ref.SoftReference;
import java.util.List;

/**
 * All numbers of the recogniser.
 *
 * @param format of this file; another one is refused
 * @param encoder the only encoder whose vectors these weights fit
 * @param fittedOn one line for each source
 * @param centre the mean sentence
 * @param asking what tells sentences that ask for a label: direction and intercept
 * @param expresses whether a unit expresses the value
 * @param opposes whether a unit opposes it
 * @param stance the same by what texts against any value have in common; fitted on pairs for and against
 */
public record Weights(
        int format,
        String encoder,
        List<String> fittedOn,
        float[] centre,
        float[] asking,
        Head expresses,
        Head opposes,
        Head stance) {
    public static final int FORMAT = 4;
    static final String PATH = "recognizer/embedded.json";

    /** The file that was read last: a command opens the recogniser several times. */
    private static volatile SoftReference<KnownText> last = new SoftReference<>(null);

    private record KnownText(String text, String digest, Weights weights) {
        static KnownText of(DataFolder data) {
            String text = data.text(PATH);
            KnownText known = last.get();
            if (known == null || !known.text().equals(text)) {
                String file = data.file(PATH).toString();
                known = new KnownText(text, Digest.sha256(text), Json.parse(text, Weights.class, file));
                last = new SoftReference<>(known);
            }
            return known;
        }
    }

    /** Of the file, whatever is in it. */
    static String digest(DataFolder data) {
        return KnownText.of(data).digest();
    }

    HeadPair heads() {
        return new HeadPair(expresses, opposes);
    }

    /** @throws DataException when the file is missing, of another format, or made for another encoder */
    static Weights read(DataFolder data, SentenceEncoder encoder) {
        String file = data.file(PATH).toString();
        Weights weights = KnownText.of(data).weights();
        if (weights.format() != FORMAT) {
            throw new DataException(
                    file, "format " + weights.format() + ", known is " + FORMAT, "fit the weights anew");
        }
        if (!encoder.id().equals(weights.encoder())) {
            throw new DataException(
                    file,
                    "made for the encoder '" + weights.encoder() + "', not for '" + encoder.id() + "'",
                    "fit the weights anew with 'recognizer train'");
        }
        return weights;
    }
}
