package dev.valuecompass.llm.openai;

import dev.valuecompass.llm.Usage;
import tools.jackson.databind.JsonNode;

/** What is read of a response, whole or put together from the pieces of a stream. */
final class Reply {
    private final boolean outputIsTheRest;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private String finish = "";
    private String nativeFinish = "";
    private String served = "";
    private Usage usage = Usage.UNKNOWN;
    private boolean filtered;
    private boolean promptFiltered;
    private boolean speaks;
    private boolean knownToBeEmpty;
    private boolean twice;
    private boolean unfinished;

    /** @param outputIsTheRest whether all of the total that is not prompt is output */
    Reply(boolean outputIsTheRest) {
        this.outputIsTheRest = outputIsTheRest;
    }

    /** Adds the whole, or the next piece. */
    void add(JsonNode part) {
        ReplyShape shape = ReplyShape.of(part);
        String text = shape.text();
        boolean over = !finish.isEmpty();
        String reason = shape.finish();
        boolean whole = !shape.isPiece() && !reason.isEmpty() && !content.isEmpty() && !text.isEmpty();
        if (whole && (text.startsWith(content.toString()) || over)) {
            // A stream that ends with all that it said, or a second answer.
            twice |= !text.startsWith(content.toString());
            content.setLength(0);
        }
        content.append(text);
        refusal.append(shape.refusal());
        reasoning.append(shape.reasoning());
        finish = reason.isEmpty() ? finish : reason;
        nativeFinish = shape.nativeFinish().isEmpty() ? nativeFinish : shape.nativeFinish();
        served = served.isEmpty() ? shape.served() : served;
        usage = both(usage, UsageReader.read(shape.usage(), outputIsTheRest));
        filtered |= shape.isFiltered();
        promptFiltered |= shape.isPromptFiltered();
        speaks |= shape.speaks();
        knownToBeEmpty |= shape.isKnownToBeEmpty();
        unfinished = shape.isUnfinished();
    }

    /** The later count holds: streams count again and again. */
    private static Usage both(Usage before, Usage after) {
        return new Usage(
                after.prompt() == null ? before.prompt() : after.prompt(),
                after.cachedPrompt() == null ? before.cachedPrompt() : after.cachedPrompt(),
                after.completion() == null ? before.completion() : after.completion(),
                after.reasoning() == null ? before.reasoning() : after.reasoning(),
                after.cacheWrite() == null ? before.cacheWrite() : after.cacheWrite(),
                after.dollars() == null ? before.dollars() : after.dollars());
    }

    /** The visible text, thoughts between tags included; empty when there is none. */
    String content() {
        return content.toString();
    }

    /** The provider's own field for it; empty when there is none. */
    String refusal() {
        return refusal.toString();
    }

    /** What stands in fields of its own; empty when there is none. */
    String reasoning() {
        return reasoning.toString();
    }

    /** Why the output ended, as it is written; empty when it does not say. */
    String finish() {
        return finish;
    }

    /** The same in the words of the provider behind a gateway. */
    String nativeFinish() {
        return nativeFinish;
    }

    /** The model and the fingerprint of its system. */
    String served() {
        return served;
    }

    Usage usage() {
        return usage;
    }

    /** Whether a filter report says so. */
    boolean isFiltered() {
        return filtered || promptFiltered && content.isEmpty();
    }

    /** Whether there is a place where a message would be. */
    boolean speaks() {
        return speaks;
    }

    /** Whether the message is there and holds nothing, rather than something in a form that nobody knows. */
    boolean isKnownToBeEmpty() {
        return knownToBeEmpty;
    }

    /** Whether its last piece says that there is more to come. */
    boolean isUnfinished() {
        return unfinished;
    }

    /** Whether it holds two answers that differ. */
    boolean isTwice() {
        return twice;
    }
}
