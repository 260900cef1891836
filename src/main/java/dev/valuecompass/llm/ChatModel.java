package dev.valuecompass.llm;

/**
 * Answers one request. Whatever happens at the other end is a {@link ChatResult}: implementations throw only for our
 * own bugs and for a run that is being stopped. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface ChatModel {
    ChatResult ask(ChatRequest request);
}
