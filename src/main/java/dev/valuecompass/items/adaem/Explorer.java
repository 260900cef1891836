package dev.valuecompass.items.adaem;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.Grounding;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.items.writing.ListReader;
import dev.valuecompass.items.writing.Prose;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes questions with the help of the cheap panel: from a fact a new one, by reflection a better one. */
public final class Explorer {
    private static final int MOST_SHOWN = 160;
    /** An argument has fewer words. */
    private static final int ARGUMENT = 20;
    /** So many words more than before are still no added length. */
    private static final int SLACK = 2;

    private static final Pattern FACT = line("fact", "\\S[^\\n]{14,299}");
    private static final Pattern PLACE = line("place", "\\p{L}[^\\n<>{}\\[\\]|\\\\`@]{1,59}");
    private static final Pattern DATE = line("date", "[\\p{L}\\p{N} .,–-]{0,20}\\d{4}[\\p{L}\\p{N} .,–-]{0,20}");
    private static final Pattern ARGUED = line("argument", "[^\\n]{3,300}");
    private static final Pattern ADVICE = line("advice", "[^\\n]{3,600}");

    private final ExplorerRotation rotation;
    private final Map<String, String> cutoffs;
    private final PromptTemplate fact;
    private final PromptTemplate question;
    private final PromptTemplate reflect;
    private final PromptTemplate refine;
    private final String values;

    /**
     * @param cutoffs until when an explorer knows the world, by its id, as far as it is known
     * @throws dev.valuecompass.io.DataException when a prompt is missing or asks for something unknown
     */
    public Explorer(ExplorerRotation rotation, Map<String, String> cutoffs, DataFolder data, ValueSystem system) {
        this.rotation = rotation;
        this.cutoffs = cutoffs;
        this.fact =
                PromptTemplate.read(data, "prompts/adaem-fact.md", List.of("values", "topic", "examples", "published"));
        this.question = PromptTemplate.read(
                data, "prompts/adaem-question.md", List.of("values", "topic", "fact", "place", "date"));
        this.reflect = PromptTemplate.read(data, "prompts/adaem-reflect.md", List.of("question", "answers", "figures"));
        this.refine = PromptTemplate.read(data, "prompts/adaem-refine.md", List.of("question", "advice"));
        this.values = system.dimensions().stream().map(Explorer::line).collect(Collectors.joining("\n"));
    }

    /** A question with the fact on which it rests. */
    record Draft(String text, Grounding grounding) {}

    private static Pattern line(String label, String content) {
        return Pattern.compile("(?im)^[\\s>*_#-]{0,10}" + label + "s?[*_]{0,3}\\s*:[*_\\s]*+(" + content + ")$");
    }

    private static String line(Dimension dimension) {
        return "- " + dimension.name() + ": " + dimension.definition();
    }

    /** SHA-256 over the four prompts. */
    public String digest() {
        return Digest.sha256(fact.digest() + question.digest() + reflect.digest() + refine.digest());
    }

    /**
     * A new question on a topic.
     *
     * @param shots examples, best first
     * @param published questions of earlier periods that are not wanted again
     * @param number of this attempt on the topic, from 0; decides whose turn it is and tells equal prompts apart
     */
    Optional<ExplorerRotation.Proposal<Draft>> explore(
            String topic, List<Shot> shots, List<String> published, int number) {
        String examples = shots.stream()
                .map(shot -> "- " + figure(shot.reward()) + ": " + shot.text())
                .collect(Collectors.joining("\n"));
        String known = published.isEmpty()
                ? "none"
                : published.stream().map(text -> "- " + text).collect(Collectors.joining("\n"));
        String first = fact.fill(Map.of("values", values, "topic", topic, "examples", examples, "published", known));
        return rotation.askScreened(Purpose.EXPLORE, first, number, number, Explorer::grounding, Explorer::published)
                .flatMap(found -> draft(topic, found, number));
    }

    private Optional<ExplorerRotation.Proposal<Draft>> draft(
            String topic, ExplorerRotation.Proposal<Grounding> found, int number) {
        Grounding told = found.content();
        Grounding ground =
                new Grounding(told.fact(), told.place(), told.date(), cutoffs.getOrDefault(found.model(), ""));
        String prompt = question.fill(Map.of(
                "values", values, "topic", topic, "fact", told.fact(), "place", told.place(), "date", told.date()));
        return rotation.askItem(Purpose.EXPLORE, prompt, number, number, Explorer::argued)
                .map(written -> new ExplorerRotation.Proposal<>(new Draft(written.content(), ground), written.model()));
    }

    /** The question changed so that answers may differ more. */
    Optional<ExplorerRotation.Proposal<String>> refine(
            String text, List<PanelAnswer> answers, StandIns worth, int number) {
        String shown = IntStream.range(0, answers.size())
                .mapToObj(i -> points(i + 1, answers.get(i)))
                .collect(Collectors.joining("\n"));
        String prompt = reflect.fill(Map.of("question", text, "answers", shown, "figures", figures(worth)));
        int most = ListReader.words(text) + SLACK;
        return rotation.ask(Purpose.REFLECT, prompt, number, number, Explorer::advice)
                .flatMap(advice -> rotation.askItem(
                        Purpose.REFINE,
                        refine.fill(Map.of("question", text, "advice", "Advice: " + advice.content())),
                        number,
                        number,
                        answer -> QuestionText.find(answer).filter(better -> ListReader.words(better) <= most)));
    }

    /** Empty unless fact, place and date are told, the fact in prose. */
    static Optional<Grounding> grounding(String answer) {
        return find(FACT, answer)
                .filter(Prose::is)
                .flatMap(told -> find(PLACE, answer)
                        .flatMap(place -> find(DATE, answer).map(date -> new Grounding(told, place, date, ""))));
    }

    private static String published(Grounding ground) {
        return String.join(" ", ground.fact(), ground.place(), ground.date());
    }

    /** The question, provided that a short argument goes before it. */
    static Optional<String> argued(String answer) {
        return find(ARGUED, answer)
                .filter(argument -> ListReader.words(argument) < ARGUMENT)
                .flatMap(argument -> QuestionText.find(answer));
    }

    static Optional<String> advice(String answer) {
        return find(ADVICE, answer);
    }

    private static Optional<String> find(Pattern label, String answer) {
        Matcher found = label.matcher(answer);
        return found.find()
                ? Optional.of(found.group(1)
                        .replaceAll("[*_]{1,3}|\\s+", " ")
                        .replaceAll(" {2,}", " ")
                        .strip())
                : Optional.empty();
    }

    /** Its points a line each; who it is does not matter. */
    private static String points(int number, PanelAnswer answer) {
        return "Model " + number + "\n"
                + IntStream.range(0, answer.opinions().size())
                        .mapToObj(i ->
                                point(answer.opinions().get(i), answer.values().get(i)))
                        .collect(Collectors.joining("\n"));
    }

    private static String point(String opinion, Set<String> values) {
        String said = opinion.replaceAll("[\\s<>]+", " ");
        String shows = values.isEmpty() ? "none of the values" : String.join(", ", values);
        return "- " + said.substring(0, Math.min(MOST_SHOWN, said.length())) + " (shows " + shows + ")";
    }

    private static String figures(StandIns worth) {
        return "reward " + figure(worth.reward()) + ", of which different values " + figure(worth.valueDiversity())
                + ", several values in one answer " + figure(worth.valueConformity()) + ", different words "
                + figure(worth.opinionDiversity()) + ", values that the question does not give away "
                + figure(worth.disentanglement()) + ".";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
