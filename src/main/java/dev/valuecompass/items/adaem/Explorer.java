package dev.valuecompass.items.adaem;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes questions with the help of the cheap panel: in two steps a new one, in two steps a better one. */
public final class Explorer {
    private static final int MOST_SHOWN = 240;
    private static final Pattern CIRCUMSTANCES =
            Pattern.compile("(?im)^[\\s>*_#-]{0,10}circumstances?[*_]{0,3}\\s*:[*_\\s]*+([^\\n]{3,300})$");
    private static final Pattern ADVICE =
            Pattern.compile("(?im)^[\\s>*_#-]{0,10}advice[*_]{0,3}\\s*:[*_\\s]*+([^\\n]{3,600})$");

    private final ExplorerRotation rotation;
    private final PromptTemplate circumstances;
    private final PromptTemplate question;
    private final PromptTemplate reflect;
    private final PromptTemplate refine;
    private final String values;

    /** @throws dev.valuecompass.io.DataException when a prompt is missing or asks for something unknown */
    public Explorer(ExplorerRotation rotation, DataFolder data, ValueSystem system) {
        this.rotation = rotation;
        this.circumstances = PromptTemplate.read(
                data, "prompts/adaem-circumstances.md", List.of("values", "topic", "examples", "published"));
        this.question =
                PromptTemplate.read(data, "prompts/adaem-question.md", List.of("values", "topic", "circumstances"));
        this.reflect = PromptTemplate.read(data, "prompts/adaem-reflect.md", List.of("question", "answers", "figures"));
        this.refine = PromptTemplate.read(data, "prompts/adaem-refine.md", List.of("question", "advice"));
        this.values = system.dimensions().stream().map(Explorer::line).collect(Collectors.joining("\n"));
    }

    private static String line(Dimension dimension) {
        return "- " + dimension.name() + ": " + dimension.definition();
    }

    /** SHA-256 over the four prompts. */
    public String digest() {
        return Digest.sha256(circumstances.digest() + question.digest() + reflect.digest() + refine.digest());
    }

    /**
     * A new question on a topic.
     *
     * @param shots examples, best first
     * @param published questions of earlier periods that are not wanted again
     * @param number of this attempt on the topic, from 0; decides whose turn it is and tells equal prompts apart
     */
    Optional<ExplorerRotation.Proposal<String>> explore(
            String topic, List<Shot> shots, List<String> published, int number) {
        String examples = shots.stream()
                .map(shot -> "- " + figure(shot.reward()) + ": " + shot.text())
                .collect(Collectors.joining("\n"));
        String known = published.isEmpty()
                ? "none"
                : published.stream().map(text -> "- " + text).collect(Collectors.joining("\n"));
        String first =
                circumstances.fill(Map.of("values", values, "topic", topic, "examples", examples, "published", known));
        return rotation.ask(Purpose.EXPLORE, first, number, number, Explorer::circumstances)
                .flatMap(found -> rotation.askItem(
                        Purpose.EXPLORE,
                        question.fill(Map.of("values", values, "topic", topic, "circumstances", found.content())),
                        number,
                        number,
                        QuestionText::find));
    }

    /** The question changed so that answers may differ more. */
    Optional<ExplorerRotation.Proposal<String>> refine(
            String text, List<PanelAnswer> answers, Informativeness worth, int number) {
        String shown = answers.stream().map(Explorer::line).collect(Collectors.joining("\n"));
        String prompt = reflect.fill(Map.of("question", text, "answers", shown, "figures", figures(worth)));
        return rotation.ask(Purpose.REFLECT, prompt, number, number, Explorer::advice)
                .flatMap(advice -> rotation.askItem(
                        Purpose.REFINE,
                        refine.fill(Map.of("question", text, "advice", "Advice: " + advice.content())),
                        number,
                        number,
                        QuestionText::find));
    }

    static Optional<String> circumstances(String answer) {
        return line(CIRCUMSTANCES, answer);
    }

    static Optional<String> advice(String answer) {
        return line(ADVICE, answer);
    }

    private static Optional<String> line(Pattern label, String answer) {
        Matcher found = label.matcher(answer);
        return found.find() ? Optional.of(found.group(1).replaceAll("\\s+", " ").strip()) : Optional.empty();
    }

    private static String line(PanelAnswer answer) {
        String said = String.join(" / ", answer.opinions()).replaceAll("[\\s<>]+", " ");
        String shows = answer.union().isEmpty() ? "none of the values" : String.join(", ", answer.union());
        return "- shows " + shows + ". It says: " + said.substring(0, Math.min(MOST_SHOWN, said.length()));
    }

    private static String figures(Informativeness worth) {
        return "reward " + figure(worth.reward()) + ", of which different values " + figure(worth.valueDiversity())
                + ", several values in one answer " + figure(worth.valueConformity()) + ", different words "
                + figure(worth.opinionDiversity()) + ", values that the question does not give away "
                + figure(worth.disentanglement()) + ".";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
