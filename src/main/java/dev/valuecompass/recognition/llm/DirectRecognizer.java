package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.Passage;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a judge one closed question for each key point and value, the protocol of AdAEM; an answer's values are the union
 * over its points. A judge that does not give a verdict is asked once more, and then the recognition has failed.
 */
public final class DirectRecognizer implements ValueRecognizer {
    private static final int ATTEMPTS = 2;

    private final Theory theory;
    private final PromptTemplate template;
    private final Judge judge;
    private final RecognizerCard card;

    /** @param sameFamily ids of examinees that the judge is a relative of */
    public DirectRecognizer(DataFolder data, Theory theory, Judge judge, List<String> sameFamily) {
        this.theory = theory;
        this.template = PromptTemplate.read(data, "prompts/judge.md", JudgeQuestion.PLACES);
        this.judge = judge;
        String version = Digest.sha256(
                String.join("\n", "direct/2", template.digest(), judge.model().endpoint(), judge.name()));
        this.card = new RecognizerCard(
                "direct",
                version,
                "One yes/no question to " + judge.model().name()
                        + " for each key point and value; union over key points.",
                List.of(),
                MeasuredQuality.read(data, "direct", version),
                List.copyOf(sameFamily));
    }

    @Override
    public Recognition recognize(Item item, Response response) {
        List<Passage> passages = Passage.of(response);
        List<Judgement> judgements = new ArrayList<>();
        NoVerdict first = null;
        for (String dimension : item.dimensions()) {
            try {
                judgements.add(judge(item, dimension, passages));
            } catch (NoVerdict e) {
                first = first == null ? e : first;
                if (!e.unasked) {
                    break;
                }
            }
        }
        return first == null
                ? Recognition.of(response, judgements)
                : Recognition.unscored(response, first.getMessage());
    }

    @Override
    public RecognizerCard card() {
        return card;
    }

    private Judgement judge(Item item, String dimensionId, List<Passage> passages) throws NoVerdict {
        Dimension dimension =
                theory.system(item.system()).dimension(dimensionId).orElseThrow();
        List<Label> labels = new ArrayList<>();
        NoVerdict unasked = null;
        for (Passage passage : passages) {
            JudgeQuestion question = JudgeQuestion.of(template, dimension, item.text(), passage.text());
            try {
                labels.add(verdict(question, dimensionId).label());
            } catch (NoVerdict e) {
                if (!e.unasked) {
                    throw e;
                }
                unasked = e;
            }
        }
        if (unasked != null) {
            throw unasked;
        }
        Label union = labels.contains(Label.EXPRESSES)
                ? Label.EXPRESSES
                : labels.contains(Label.OPPOSES) ? Label.OPPOSES : Label.NOT;
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (union != Label.NOT && labels.get(i) == union) {
                evidence.add(passages.get(i).evidence());
            }
        }
        long agreeing = labels.stream().filter(label -> label == union).count();
        double strength = labels.isEmpty() ? 1 : (double) agreeing / labels.size();
        return new Judgement(dimensionId, union, strength, List.copyOf(evidence));
    }

    private JudgeVerdict verdict(JudgeQuestion question, String dimension) throws NoVerdict {
        String problem = "";
        boolean unasked = false;
        for (int attempt = 0; attempt < ATTEMPTS && !unasked; attempt++) {
            ChatResult result = judge.ask(Purpose.JUDGE, question.prompt(), attempt);
            Optional<JudgeVerdict> verdict = question.verdict(result.text());
            if (result.outcome() == Outcome.ANSWERED && verdict.isPresent()) {
                return verdict.get();
            }
            problem = result.outcome() == Outcome.ANSWERED
                    ? "no verdict line in the judge's answer"
                    : "the judge's call ended as " + judge.ending(result);
            unasked = result.outcome() == Outcome.CANCELLED;
        }
        throw new NoVerdict(dimension + ": " + problem.strip(), unasked);
    }

    /** The judge did not say what it was asked for. */
    private static final class NoVerdict extends Exception {
        private static final long serialVersionUID = 1;

        /** The question costs nothing yet; the others are put all the same, so that they can be asked together. */
        private final boolean unasked;

        NoVerdict(String message, boolean unasked) {
            super(message);
            this.unasked = unasked;
        }
    }
}
