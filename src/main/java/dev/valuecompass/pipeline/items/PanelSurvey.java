package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.adaem.PanelAnswer;
import dev.valuecompass.items.adaem.Survey;
import dev.valuecompass.items.writing.AskCounts;
import dev.valuecompass.items.writing.ParallelMap;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Opinion;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Asks a panel by the prompt that examinees get and reads each opinion by itself. The answers are other draws than those
 * of the evaluation: an item that was chosen for a lucky answer must not be scored on the same answer.
 */
final class PanelSurvey implements Survey {
    /** Repetition numbers of an evaluation stay below this. */
    static final int SAMPLE = 1000;

    private final ValueSystem system;
    private final Interview interview;
    private final ValueRecognizer recognizer;
    private final AnswerSampling sampling;
    private final ParallelMap threads;
    private final AskCounts askCounts;
    private final Map<String, Examinee> examinees;
    private final Map<String, Set<String>> questions = new ConcurrentHashMap<>();

    /** How a survey is made; what all surveys of a round share. */
    record SurveyContext(
            LeaderboardConfig board,
            Interview interview,
            ValueRecognizer recognizer,
            ParallelMap threads,
            AskCounts askCounts) {}

    PanelSurvey(SurveyContext means, ValueSystem system, AnswerSampling sampling) {
        this.system = system;
        this.interview = means.interview();
        this.recognizer = means.recognizer();
        this.sampling = sampling;
        this.threads = means.threads();
        this.askCounts = means.askCounts();
        this.examinees = means.board().examinees().stream().collect(Collectors.toMap(Examinee::id, one -> one));
    }

    @Override
    public List<PanelAnswer> ask(List<String> models, String question, int sample) {
        return threads.map(models, model -> ask(examinees.get(model), question, SAMPLE + sample)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Set<String> values(String question) {
        return questions.computeIfAbsent(question, text -> {
            Response asRead = Response.answered("draft", "", 0, text, null);
            return shown(recognizer.recognize(item(text), asRead)).orElse(Set.of());
        });
    }

    private Optional<PanelAnswer> ask(Examinee examinee, String question, int sample) {
        Response response = interview.one(examinee, system, item(question), sampling, sample);
        Optional<PanelAnswer> answer =
                response.opinion() == null ? Optional.empty() : read(examinee, item(question), response);
        askCounts.note(examinee.id(), answer.isPresent());
        return answer;
    }

    /** An opinion that the recogniser fails on is left out; an answer without any other is none. */
    private Optional<PanelAnswer> read(Examinee examinee, Item item, Response response) {
        List<String> opinions = new ArrayList<>();
        List<Set<String>> values = new ArrayList<>();
        for (Opinion.KeyPoint point : response.opinion().points()) {
            Response alone = Response.answered(
                    item.id(),
                    examinee.id(),
                    response.sample(),
                    response.text(),
                    new Opinion(response.opinion().stance(), List.of(point)));
            shown(recognizer.recognize(item, alone)).ifPresent(shown -> {
                opinions.add(point.text());
                values.add(shown);
            });
        }
        return opinions.isEmpty() ? Optional.empty() : Optional.of(new PanelAnswer(examinee.id(), opinions, values));
    }

    private static Optional<Set<String>> shown(Recognition recognition) {
        return recognition.failed()
                ? Optional.empty()
                : Optional.of(recognition.judgements().stream()
                        .filter(judgement -> judgement.label() == Label.EXPRESSES)
                        .map(Judgement::dimension)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Item item(String question) {
        Provenance draft = new Provenance("draft", "", "", "", "", Map.of());
        return new Item("draft", system.id(), system.dimensionIds(), "", question, false, draft);
    }
}
