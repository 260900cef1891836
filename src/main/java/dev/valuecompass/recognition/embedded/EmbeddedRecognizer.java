package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.ReaderSettings;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads values with sentence embeddings and linear heads, without a call. The evidence is the sentence that, read alone,
 * shows the value most clearly within the key point that does.
 */
public final class EmbeddedRecognizer implements ValueRecognizer {
    /** As a leaderboard file names it. */
    public static final String ID = "embedded";

    /** Two-letter codes of the languages that the weights were fitted on, as a list; English where there is none. */
    private static final String LANGUAGES = "recognizer/embedded-languages.json";

    private static final double EVEN = 0.5;

    private final Theory theory;
    private final Weights weights;
    private final UnitReader reader;
    private final Map<String, List<Prototype>> prototypes = new ConcurrentHashMap<>();
    private final RecognizerCard card;
    private final AnswerLanguage language;
    private final Runnable close;

    public EmbeddedRecognizer(DataFolder data, Theory theory, SentenceEncoder encoder) {
        this(data, theory, encoder, () -> {});
    }

    /** @param close lets go of what the encoder has open */
    public EmbeddedRecognizer(DataFolder data, Theory theory, SentenceEncoder encoder, Runnable close) {
        this.close = close;
        this.theory = theory;
        this.weights = Weights.read(data, encoder);
        this.reader = new UnitReader(encoder, weights.centre(), new Solicitation(theory.systems(), weights.asking()));
        String numbers = measuredAs(data);
        String definitions = Digest.sha256(Json.line(theory.systems())
                + Json.line(theory.systemIds().stream().map(theory::reader).toList()));
        this.card = new RecognizerCard(
                ID,
                Digest.sha256("embedded/6 " + numbers + " " + definitions),
                "Sentence embeddings (" + encoder.id()
                        + ") and linear heads over similarity to each value's definition.",
                weights.fittedOn(),
                MeasuredQuality.read(data, ID, numbers),
                List.of(),
                learned(data));
        this.language = new AnswerLanguage(Set.copyOf(card.languages()));
    }

    @Override
    public Recognition recognize(Item item, Response response) {
        Optional<String> unlearned = language.unlearned(response.text());
        if (unlearned.isPresent()) {
            return Recognition.notLearned(response, unlearned.get());
        }
        UnitReader.AnswerUnits answer =
                reader.read(response.text(), response.opinion(), item.text(), theory.reader(item.system()));
        if (answer.units().isEmpty()) {
            return Recognition.unscored(response, "there is no word in the answer");
        }
        ValueSystem system = theory.system(item.system());
        List<Prototype> values = prototypes.computeIfAbsent(system.id(), id -> Prototype.of(system, reader));
        List<View> views = View.of(answer, values);
        List<Judgement> judgements = new ArrayList<>();
        for (String dimension : item.dimensions()) {
            judgements.add(judge(system, dimension, answer, views));
        }
        return Recognition.of(response, judgements);
    }

    private static List<String> learned(DataFolder data) {
        return data.find(LANGUAGES)
                .map(file -> List.of(Json.read(file, String[].class)))
                .orElse(List.of("en"));
    }

    /** What a measurement of these weights holds for, in {@link MeasuredQuality}. */
    public static String measuredAs(DataFolder data) {
        return Weights.digest(data);
    }

    @Override
    public RecognizerCard card() {
        return card;
    }

    @Override
    public void close() {
        close.run();
    }

    private Judgement judge(ValueSystem system, String dimension, UnitReader.AnswerUnits answer, List<View> views) {
        int column = system.dimensionIds().indexOf(dimension);
        HeadPair.AnswerScore net = weights.heads().read(system.id(), dimension, views.get(column));
        double shown = weights.expresses().probability(system.id(), answer.form(), net.shown());
        if (shown >= EVEN) {
            Evidence where = evidence(weights.expresses(), system, column, answer, net.expresses());
            return new Judgement(dimension, Label.EXPRESSES, shown, List.of(where));
        }
        boolean stance = theory.reader(system.id()).opposes() == ReaderSettings.Opposes.STANCE;
        for (Head opposing : stance ? List.of(weights.opposes(), weights.stance()) : List.of(weights.opposes())) {
            HeadScore against = HeadScore.of(opposing, system.id(), dimension, views.get(column));
            if (opposing.probability(system.id(), answer.form(), against.answer()) >= EVEN) {
                Evidence where = evidence(opposing, system, column, answer, against);
                return new Judgement(dimension, Label.OPPOSES, 1 - shown, List.of(where));
            }
        }
        return new Judgement(dimension, Label.NOT, 1 - shown, List.of());
    }

    /** The sentence that, read alone, says it most clearly within the part that does. */
    private Evidence evidence(
            Head head, ValueSystem system, int column, UnitReader.AnswerUnits answer, HeadScore scores) {
        Unit part = View.parts(answer).get(scores.highest());
        List<Prototype> values = prototypes.get(system.id());
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < part.sentences().size(); s++) {
            Features alone = Features.of(part.only(s), values).get(column);
            double logit = head.logit(system.id(), values.get(column).dimension(), answer.form(), alone);
            if (logit > highest) {
                highest = logit;
                best = s;
            }
        }
        Sentence sentence = part.sentences().get(best);
        return new Evidence(sentence.start(), sentence.end());
    }
}
