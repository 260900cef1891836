package dev.valuecompass.pipeline.shards;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Message.Role;
import dev.valuecompass.llm.store.RunStore;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what a recogniser read beside the answers, so that the machines that asked also did the reading, and the union of
 * their stores says the same on every machine. Found again by the answer and by what decides how it is read: the
 * recogniser's version and this program's.
 */
final class StoredRecognitions implements ValueRecognizer {
    /** Of a row that is no call but what was read in an answer. */
    static final String KIND = "recognizer";

    private static final int SCHEMA = 1;

    private final ValueRecognizer recognizer;
    private final RunStore store;
    private final String program;

    /** @param program version of this program */
    StoredRecognitions(ValueRecognizer recognizer, RunStore store, String program) {
        this.recognizer = recognizer;
        this.store = store;
        this.program = program;
    }

    @Override
    public Recognition recognize(Item item, Response response) {
        CallKey key = key(item, response);
        Optional<Recognition> stored = store.find(key).flatMap(StoredRecognitions::read);
        if (stored.isPresent()) {
            return Recognition.of(response, stored.get().judgements());
        }
        Recognition fresh = recognizer.recognize(item, response);
        if (!fresh.failed()) {
            store.saveSoon(key, ChatResult.answered(Json.line(fresh)));
        }
        return fresh;
    }

    private static Optional<Recognition> read(ChatResult stored) {
        try {
            return Optional.of(Json.parse(stored.text(), Recognition.class, "recognition"));
        } catch (DataException e) {
            // One of another form, written by another version: it is worked out anew.
            return Optional.empty();
        }
    }

    private CallKey key(Item item, Response response) {
        return new CallKey(
                SCHEMA,
                KIND,
                reader(recognizer.card(), program),
                response.model(),
                List.of(Message.user(item.text()), new Message(Role.ASSISTANT, response.text())),
                Map.of("system", item.system(), "dimensions", item.dimensions()),
                response.sample());
    }

    /** By what answers are read: a recogniser and this program, in their versions. */
    static String reader(RecognizerCard card, String program) {
        return card.id() + " " + card.version() + " of " + program;
    }

    @Override
    public RecognizerCard card() {
        return recognizer.card();
    }
}
