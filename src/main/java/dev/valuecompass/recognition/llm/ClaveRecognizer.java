package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.Item;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.Recognition;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Response;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads an answer in two steps: the large model says which concepts matter for the values, with the words that show them;
 * the small model says what each concept means for its value. A value's strongest concept decides. A model that does not
 * answer in the form asked for is asked once more, and then the recognition has failed.
 */
public final class ClaveRecognizer implements ValueRecognizer {
    private static final int ATTEMPTS = 2;

    private final Theory theory;
    private final Models models;
    private final ClaveSettings settings;
    private final PromptTemplate extraction;
    private final PromptTemplate marking;
    private final Map<String, List<MarkedExample>> examples = new TreeMap<>();
    private final RecognizerCard card;

    /** Who is asked; both may be the same model. */
    public record Models(Judge large, Judge small) {}

    /** @param sameFamily ids of examinees that either model is a relative of */
    public ClaveRecognizer(DataFolder data, Theory theory, Models models, List<String> sameFamily) {
        this.theory = theory;
        this.models = models;
        this.settings = ClaveSettings.read(data);
        this.extraction = PromptTemplate.read(data, "prompts/concepts.md", Extraction.PLACES);
        this.marking = PromptTemplate.read(data, "prompts/concept-marks.md", Marking.PLACES);
        theory.systems().forEach(system -> examples.put(system.id(), MarkedExample.read(data, system)));
        String version = Digest.sha256(String.join(
                "\n",
                "clave/2",
                extraction.digest(),
                marking.digest(),
                Json.line(settings),
                Json.line(examples),
                identity(models.large()),
                identity(models.small())));
        this.card = new RecognizerCard(
                "llm",
                version,
                "CLAVE: " + models.large().model().name() + " extracts concepts with the words that show them, "
                        + models.small().model().name() + " marks each for its value.",
                List.of(),
                MeasuredQuality.read(data, "llm", version),
                List.copyOf(sameFamily));
    }

    @Override
    public Recognition recognize(Item item, Response response) {
        ValueSystem system = theory.system(item.system());
        List<Dimension> values = item.dimensions().stream()
                .map(id -> system.dimension(id).orElseThrow())
                .toList();
        List<Judgement> judgements = new ArrayList<>();
        Unreadable first = null;
        for (List<Dimension> together : settings.batches(values)) {
            try {
                judgements.addAll(judge(system, together, item, response.text()));
            } catch (Unreadable e) {
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

    private List<Judgement> judge(ValueSystem system, List<Dimension> values, Item item, String text)
            throws Unreadable {
        ValueNames names = ValueNames.of(values, theory.inEveryLanguage(system));
        Extraction question = Extraction.of(extraction, values, names, item.text(), text);
        List<Concept> concepts = ask(models.large(), Purpose.CONCEPT, question.prompt(), "concepts", reply -> {
            Extraction.Reply read = question.read(reply, text);
            return read.concepts().orElseThrow(() -> new Unreadable(read.problem()));
        });
        List<Marking.MarkedLabel> marks = List.of();
        if (!concepts.isEmpty()) {
            Marking marked = Marking.of(marking, values, examples(system, values), concepts);
            marks = ask(
                    models.small(),
                    Purpose.JUDGE,
                    marked.prompt(),
                    "marks",
                    reply -> marked.marks(reply).orElseThrow(() -> new Unreadable("no marks in the form asked for")));
        }
        List<Judgement> judgements = new ArrayList<>();
        for (Dimension value : values) {
            judgements.add(Strongest.of(value.id(), concepts, marks));
        }
        return judgements;
    }

    private List<MarkedExample> examples(ValueSystem system, List<Dimension> values) {
        List<String> ids = values.stream().map(Dimension::id).toList();
        return examples.get(system.id()).stream()
                .filter(example -> ids.contains(example.dimension()))
                .toList();
    }

    private static <T> T ask(Judge judge, Purpose purpose, String prompt, String wanted, ReplyTo<T> reader)
            throws Unreadable {
        Unreadable problem = null;
        for (int attempt = 0; attempt < ATTEMPTS && (problem == null || !problem.unasked); attempt++) {
            ChatResult result = judge.ask(purpose, prompt, attempt);
            try {
                if (result.outcome() == Outcome.ANSWERED) {
                    return reader.read(result.text());
                }
                problem = new Unreadable(
                        "the call for " + wanted + " ended as " + judge.ending(result),
                        result.outcome() == Outcome.CANCELLED);
            } catch (Unreadable e) {
                problem = e;
            }
        }
        throw problem;
    }

    private static String identity(Judge judge) {
        return judge.model().endpoint() + "/" + judge.name();
    }

    /** The reading of a reply. */
    private interface ReplyTo<T> {
        T read(String reply) throws Unreadable;
    }

    /** A model did not say what it was asked for. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        /** It costs nothing yet; what is independent of it is asked all the same, so that it can be asked together. */
        private final boolean unasked;

        Unreadable(String message) {
            this(message, false);
        }

        Unreadable(String message, boolean unasked) {
            super(message);
            this.unasked = unasked;
        }
    }

    /**
     * How questions are put together.
     *
     * @param valuesPerCall how many values of an answer are asked for at once, 1 or more; many save calls, one at a time is
     *     what a weak model may need
     */
    private record ClaveSettings(int valuesPerCall) {
        static final String PATH = "recognizer/clave/settings.json";
        private static final int ALL = 100;

        /** @throws DataException when the file says less than one value a call */
        static ClaveSettings read(DataFolder data) {
            ClaveSettings settings = data.find(PATH)
                    .map(file -> Json.read(file, ClaveSettings.class))
                    .orElse(new ClaveSettings(ALL));
            if (settings.valuesPerCall() < 1) {
                throw new DataException(
                        data.file(PATH), "valuesPerCall is " + settings.valuesPerCall(), "write 1 or more");
            }
            return settings;
        }

        <T> List<List<T>> batches(List<T> values) {
            List<List<T>> batches = new ArrayList<>();
            for (int from = 0; from < values.size(); from += valuesPerCall) {
                batches.add(values.subList(from, Math.min(values.size(), from + valuesPerCall)));
            }
            return batches;
        }
    }
}
