package dev.valuecompass.llm.offline;

import dev.valuecompass.llm.ChatRequest;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * What the fictional models really do: how often each shows a value in its answers to a question, and whether it does in
 * one of them. An evaluation never sees this; it is what an evaluation is held against.
 */
public final class Truth {
    private final Panel panel;
    private final PhraseBankReader banks;
    private final Mind mind;
    private final Instruction instruction;

    Truth(Panel panel, PhraseBankReader banks, Mind mind, Instruction instruction) {
        this.panel = panel;
        this.banks = banks;
        this.mind = mind;
        this.instruction = instruction;
    }

    /** What a fictional model takes to be the question in a request. */
    public static String question(ChatRequest request) {
        return SimulatedRequest.of(request).question();
    }

    /**
     * The expected share of answers to the question that show the value, in [0, 1); 0 where answers are about one value
     * and this is not the one.
     *
     * @throws NoSuchElementException when the panel has no such model or the system no such dimension
     */
    public double rate(String model, String system, String dimension, String question) {
        PhraseBank bank = bank(system);
        return mind.rate(panel.member(model).orElseThrow(), bank, phrases(bank, dimension), question);
    }

    /**
     * Whether one answer shows the value, provided that the model gives an answer at all.
     *
     * @throws NoSuchElementException when the panel has no such model or the system no such dimension
     */
    public boolean shows(String model, String system, String dimension, String question, int sample) {
        PhraseBank bank = bank(system);
        return mind.shows(panel.member(model).orElseThrow(), bank, phrases(bank, dimension), question, sample);
    }

    /**
     * By dimension, whether the answer to a request shows it. A model that is told to hold a value obeys.
     *
     * @throws NoSuchElementException when the panel has no such model or there is no such system
     */
    public Predicate<String> shown(ChatRequest request, String system) {
        PhraseBank bank = bank(system);
        Panel.Member member = instruction.obeyed(panel.member(request.model()).orElseThrow(), request);
        String question = question(request);
        return dimension -> mind.shows(member, bank, phrases(bank, dimension), question, request.sample());
    }

    private PhraseBank bank(String system) {
        return banks.all().stream()
                .filter(bank -> bank.system().equals(system))
                .findFirst()
                .orElseThrow();
    }

    private static PhraseBank.Phrases phrases(PhraseBank bank, String dimension) {
        return bank.dimensions().stream()
                .filter(phrases -> phrases.id().equals(dimension))
                .findFirst()
                .orElseThrow();
    }
}
