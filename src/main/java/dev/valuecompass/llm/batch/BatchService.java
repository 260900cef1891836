package dev.valuecompass.llm.batch;

import dev.valuecompass.llm.openai.OpenAiEndpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provider's batches in its own form. Each method but {@link #line} is one or a few exchanges, repeats nothing, and throws
 * {@link dev.valuecompass.llm.openai.ServiceTrouble} when one does not do what it should.
 */
interface BatchService {
    /** In the form that the endpoint's profile names. */
    static BatchService of(OpenAiEndpoint endpoint) {
        return switch (endpoint.batches().form()) {
            case "anthropic" -> new MessageBatches(endpoint);
            case "gemini" -> new GeminiBatches(endpoint);
            case "mistral" -> new FileBatches(endpoint, FileBatches.MISTRAL);
            default -> new FileBatches(endpoint, FileBatches.OPENAI);
        };
    }

    /** A request as it stands in the file that {@link #submit} takes, with the end of its line. */
    byte[] line(String digest, String body);

    /** Gives the provider a batch. @return its id */
    String submit(String marker, String model, Path lines);

    /**
     * A batch of which nobody knows whether the provider has it.
     *
     * @param made when it was written down, before it was sent
     * @param known ids of other batches
     */
    record LostBatch(String marker, Instant made, int requests, Set<String> known) {}

    /** The id of the batch if the provider has it. Where no marker can be sent, of one that may be it; its results tell. */
    Optional<String> find(LostBatch lost);

    /**
     * How a batch stands.
     *
     * @param ended whether nothing more comes of it
     * @param complete whether each of its calls has ended one way or another, so that one without a result was lost
     * @param retry whether calls that it did not come to may be given to another batch
     * @param done calls that have ended
     * @param state in the provider's words
     * @param files what its results are in, by the names that {@link #fetch} takes
     */
    record Standing(boolean ended, boolean complete, boolean retry, long done, String state, List<String> files) {}

    Standing look(String id);

    /** Adds a file of results to the end of a file here. */
    void fetch(String file, Path into);

    /** Asks for something harmless, to see whether the key may use batches. */
    void greet();
}
