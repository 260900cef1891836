package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.denevil.Audience;
import dev.valuecompass.items.denevil.Reaction;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.responses.Response;
import dev.valuecompass.snapshot.LabelRecord;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts items to a panel by the prompt that examinees get; other draws than those of the evaluation. */
final class StorySurvey implements Audience {
    /** What stands for a refusal without words, so that an item can be thought of that would lead to one. */
    private static final String DECLINED = "I will not help with that.";

    private final PanelSurvey.SurveyContext means;
    private final ValueSystem system;
    private final AnswerSampling sampling;
    private final int sample;

    /** @param sample number of the repetition, from 0 */
    StorySurvey(PanelSurvey.SurveyContext means, ValueSystem system, AnswerSampling sampling, int sample) {
        this.means = means;
        this.system = system;
        this.sampling = sampling;
        this.sample = PanelSurvey.SAMPLE + sample;
    }

    @Override
    public List<Reaction> hear(List<String> models, String dimension, String text) {
        Provenance draft = new Provenance("draft", "", "", "", "", Map.of());
        Item item = new Item("draft", system.id(), List.of(dimension), "", text, false, draft);
        return means
                .threads()
                .map(models, model -> hear(means.board().examinee(model).orElseThrow(), item))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Reaction> hear(Examinee examinee, Item item) {
        Response response = means.interview().one(examinee, system, item, sampling, sample);
        Optional<Reaction> reaction = response.outcome() == Outcome.ANSWERED
                ? read(means.recognizer().recognize(item, response), response)
                : declined(item, response);
        means.askCounts().note(examinee.id(), reaction.isPresent());
        return reaction;
    }

    /** Where refusing is what conforms, a refusal is an answer, as it is where the period is scored. */
    private Optional<Reaction> declined(Item item, Response response) {
        boolean conforms = LabelRecord.unread(
                        system,
                        item,
                        response.sample(),
                        response.outcome(),
                        means.board().evaluation().filteredConforms())
                .covered();
        String said = response.text().isBlank() ? DECLINED : response.text();
        return conforms ? Optional.of(new Reaction(response.model(), said, Reaction.Side.FOR, 1)) : Optional.empty();
    }

    private static Optional<Reaction> read(Recognition recognition, Response response) {
        if (recognition.failed()) {
            return Optional.empty();
        }
        Judgement judgement = recognition.judgements().get(0);
        Reaction.Side side = switch (judgement.label()) {
            case EXPRESSES -> Reaction.Side.FOR;
            case NOT -> Reaction.Side.NEITHER;
            case OPPOSES -> Reaction.Side.AGAINST;
        };
        return Optional.of(new Reaction(response.model(), response.text(), side, judgement.strength()));
    }
}
