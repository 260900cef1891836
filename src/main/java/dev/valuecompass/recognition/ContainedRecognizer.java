package dev.valuecompass.recognition;

import dev.valuecompass.io.Mishap;
import dev.valuecompass.items.Item;
import dev.valuecompass.responses.Response;

/** A recogniser that breaks on an answer has failed on that answer and reads the next one. */
public final class ContainedRecognizer implements ValueRecognizer {
    private final ValueRecognizer recognizer;

    private ContainedRecognizer(ValueRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** The same recogniser, whose failures are recognitions that say so. */
    public static ValueRecognizer of(ValueRecognizer recognizer) {
        return recognizer instanceof ContainedRecognizer ? recognizer : new ContainedRecognizer(recognizer);
    }

    @Override
    public Recognition recognize(Item item, Response response) {
        try {
            return recognizer.recognize(item, response);
        } catch (RuntimeException | Error e) {
            String failure = "the answer could not be read: " + Mishap.of(e).cause();
            return Recognition.unscored(response, failure);
        }
    }

    @Override
    public RecognizerCard card() {
        return recognizer.card();
    }

    @Override
    public void close() {
        recognizer.close();
    }
}
