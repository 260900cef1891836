package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.TextFile;
import dev.valuecompass.llm.Attempt;
import dev.valuecompass.llm.CallKey;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Connection;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.Usage;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers for the fictional models of a {@link Panel}, from the request alone. The same request gets the same answer, in
 * whatever order and on however many threads it is asked.
 */
public final class SimulatedEndpoint implements Connection {
    /** Part of the key: to be raised whenever the way answers are made changes. */
    private static final String MANNER = "simulated-3";

    private static final Pattern QUOTED = Pattern.compile("[\"“']([\\p{L}\\p{N}-]{2,40})[\"”']");
    private static final Pattern ITEM = Pattern.compile("\\{\\{\\s*item\\s*\\}\\}");
    private static final String REFUSAL = "I'm sorry, but I can't take a position on this.";

    private final Panel panel;
    private final PhraseBankReader banks;
    private final Dice dice;
    private final Mind mind;
    private final AnswerWriter writer;
    private final SimulatedVerdict verdict;
    private final Inventor inventor;
    private final TopicEditor editor;
    private final ConceptFinder concepts;
    private final Temptation temptation;
    private final ClosedMind closed;
    private final Instruction instruction;
    private final List<SimulatedRequest.KnownFrame> frames;
    private final Map<String, String> originals;
    private final String source;

    private SimulatedEndpoint(
            Panel panel,
            PhraseBankReader banks,
            Circumstances circumstances,
            Theory theory,
            List<Instrument> instruments,
            List<SimulatedRequest.KnownFrame> frames,
            Map<String, String> originals,
            long seed) {
        this.frames = frames;
        this.originals = originals;
        this.panel = panel;
        this.banks = banks;
        this.dice = new Dice(seed);
        this.mind = new Mind(panel, seed);
        this.writer = new AnswerWriter(dice);
        this.verdict = new SimulatedVerdict(banks, theory, dice);
        this.inventor = new Inventor(circumstances, dice);
        this.editor = new TopicEditor(dice);
        this.concepts = new ConceptFinder(banks, theory, dice);
        this.temptation = new Temptation(banks, theory, circumstances, dice);
        this.closed = new ClosedMind(panel, instruments, seed);
        this.instruction = new Instruction(panel, theory, seed);
        this.source = Digest.sha256(
                String.join("|", MANNER, panel.digest(), banks.digest(), circumstances.digest(), Long.toString(seed)));
    }

    /**
     * @param path of the panel, relative to the data folder
     * @param seed of everything that is drawn
     * @throws dev.valuecompass.io.DataException with every mistake in the panel and the phrases
     */
    public static SimulatedEndpoint open(DataFolder data, String path, long seed) {
        Theory theory = Theory.load(data);
        return of(Panel.read(data, path, theory), data, theory, seed);
    }

    /**
     * The same for a panel that is not in a file.
     *
     * @throws dev.valuecompass.io.DataException with every mistake in the phrases
     */
    public static SimulatedEndpoint of(Panel panel, DataFolder data, Theory theory, long seed) {
        return new SimulatedEndpoint(
                panel,
                PhraseBankReader.load(data, theory),
                Circumstances.load(data),
                theory,
                Instrument.all(data, theory),
                frames(data),
                originals(data),
                seed);
    }

    /** Texts of items by their translations: invented models mind a question, not its language. They answer in English. */
    private static Map<String, String> originals(DataFolder data) {
        Map<String, String> originals = new HashMap<>();
        data.list("translations", ".jsonl")
                .forEach(file -> JsonLines.forEachTree(
                        file,
                        (line, number) -> originals.put(
                                line.path("translation").asString("").strip(),
                                line.path("text").asString("").strip())));
        return originals;
    }

    /** Wordings of the prompt that is otherwise nothing but the question. */
    private static List<SimulatedRequest.KnownFrame> frames(DataFolder data) {
        return data.list("prompts/wordings", ".md").stream()
                .filter(file -> file.getFileName().toString().startsWith("reply"))
                .map(file ->
                        ITEM.split(TextFile.read(file).replace("\r\n", "\n").stripTrailing(), 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new SimulatedRequest.KnownFrame(parts[0], parts[1]))
                .toList();
    }

    /** The models and what they are made to hold. */
    public Panel panel() {
        return panel;
    }

    /** What the answers are drawn from. */
    public Truth truth() {
        return new Truth(panel, banks, mind, instruction);
    }

    @Override
    public CallKey key(ChatRequest request) {
        Sampling sampling = request.sampling();
        Map<String, Object> parameters = sampling.sent();
        parameters.put("max_tokens", sampling.maxTokens());
        if (sampling.temperature() != null) {
            parameters.put("temperature", sampling.temperature());
        }
        if (sampling.topP() != null) {
            parameters.put("top_p", sampling.topP());
        }
        return new CallKey(
                CallKey.SCHEMA, "simulated", source, request.model(), request.messages(), parameters, request.sample());
    }

    @Override
    public Attempt attempt(ChatRequest request) {
        return panel.member(request.model())
                .map(member -> Attempt.of(answer(member, request)))
                .orElseGet(() -> Attempt.failed(
                        Attempt.Fate.HOPELESS,
                        Outcome.PROVIDER_ERROR,
                        "the panel has no model '" + request.model() + "'; "
                                + NearestName.remedy(request.model(), panel.models())));
    }

    private ChatResult answer(Panel.Member plain, ChatRequest request) {
        SimulatedRequest reading = SimulatedRequest.of(request, frames).translated(originals);
        Panel.Member member = instruction.swayed(instruction.obeyed(plain, request), reading.frame());
        int sample = instruction.draw(request.sample(), reading.frame());
        return switch (request.purpose()) {
            case OPINION -> odd(member, request, reading, opinion(member, reading, sample));
            case COMPLETION -> odd(member, request, reading, prose(member, Elicitation.COMPLETION, reading, sample));
            case REPLY -> odd(member, request, reading, prose(member, Elicitation.REPLY, reading, sample));
            case CHOICE ->
                odd(
                        member,
                        request,
                        reading,
                        closed.choice(member, last(request), request.sample()).orElse(""));
            case RATING ->
                odd(
                        member,
                        request,
                        reading,
                        closed.rating(member, last(request), request.sample()).orElse(""));
            case CONCEPT ->
                concepts.find(member.model(), reading.whole())
                        .map(text -> answered(member, request, text))
                        .orElseGet(() -> ChatResult.failed(Outcome.PROVIDER_ERROR, "the prompt carries no code"));
            case JUDGE -> judged(member, request, reading.whole());
            case DOCTOR -> answered(member, request, echo(reading.whole()));
            case EXPLORE ->
                answered(member, request, inventor.explore(member.model(), reading.whole(), request.sample()));
            case REFLECT ->
                answered(member, request, inventor.reflect(member.model(), reading.whole(), request.sample()));
            case REFINE -> answered(member, request, inventor.refine(reading.whole()));
            case VIOLATE ->
                temptation
                        .violate(member.model(), reading.whole(), request.sample())
                        .map(text -> answered(member, request, text))
                        .orElseGet(() -> ChatResult.failed(Outcome.PROVIDER_ERROR, "the prompt names no known value"));
            case INFER ->
                answered(member, request, temptation.infer(member.model(), reading.whole(), request.sample()));
            case EXPAND, GENERATE ->
                answered(member, request, inventor.list(member.model(), reading.whole(), request.sample()));
            case CATEGORISE ->
                editor.categorise(member.model(), reading.whole())
                        .map(text -> answered(member, request, text))
                        .orElseGet(() -> ChatResult.failed(Outcome.PROVIDER_ERROR, "the prompt names no categories"));
            case QUESTION -> answered(member, request, editor.ask(member.model(), reading.whole()));
        };
    }

    private static String last(ChatRequest request) {
        return request.messages().get(request.messages().size() - 1).content();
    }

    private ChatResult judged(Panel.Member member, ChatRequest request, String prompt) {
        if (concepts.marks(prompt)) {
            return answered(member, request, concepts.mark(member.model(), prompt));
        }
        return verdict.on(member.model(), prompt)
                .map(text -> answered(member, request, text))
                .orElseGet(() -> ChatResult.failed(Outcome.PROVIDER_ERROR, "the prompt names no known value"));
    }

    private String opinion(Panel.Member member, SimulatedRequest reading, int sample) {
        List<String> sentences = new ArrayList<>();
        List<String> fillers = new ArrayList<>();
        for (PhraseBank bank : banks.fitting(Elicitation.OPINION, reading.whole())) {
            mind.thoughts(member, bank, reading.question(), sample)
                    .forEach(thought -> sentences.add(thought.sentence()));
            fillers.addAll(bank.fillers());
        }
        return writer.opinion(
                member.style(), sentences, fillers, reading.points(), member.model(), reading.question(), "" + sample);
    }

    private String prose(Panel.Member member, Elicitation kind, SimulatedRequest reading, int sample) {
        List<String> parts = new ArrayList<>();
        for (PhraseBank bank : banks.fitting(kind, reading.whole())) {
            List<String> sentences = mind.thoughts(member, bank, reading.question(), sample).stream()
                    .map(Mind.Thought::sentence)
                    .toList();
            parts.add(writer.prose(sentences, bank, member.model(), bank.system(), reading.question(), "" + sample));
        }
        return String.join("\n\n", parts);
    }

    /** A few answers end as answers of real models sometimes do. */
    private ChatResult odd(Panel.Member member, ChatRequest request, SimulatedRequest reading, String text) {
        String[] draw = {"odd", member.model(), reading.question(), "" + request.sample()};
        double u = dice.uniform(draw);
        ChatResult good = answered(member, request, text);
        if (text.isEmpty()) {
            return ChatResult.failed(Outcome.PROVIDER_ERROR, "no value system fits the prompt");
        }
        if (u >= member.odd()) {
            return good;
        }
        double kind = u / member.odd();
        if (kind < 0.4) {
            return answered(member, request, REFUSAL);
        }
        if (kind < 0.7) {
            return ending(Outcome.EMPTY, "", "the model returned no text", good);
        }
        String cut = text.substring(0, text.length() * 2 / 5);
        return ending(Outcome.TRUNCATED, cut, "the output limit cut the answer", good);
    }

    private static ChatResult ending(Outcome outcome, String text, String detail, ChatResult good) {
        return new ChatResult(
                outcome, text, good.reasoning(), good.modelReported(), good.usage(), List.of(), detail, false);
    }

    /** Tokens are counted as four characters each. */
    private static ChatResult answered(Panel.Member member, ChatRequest request, String text) {
        String thinking = member.thinks() ? "Let me consider what is being asked before I answer." : "";
        int prompt = request.messages().stream()
                .mapToInt(message -> message.content().length() / 4 + 4)
                .sum();
        int reasoning = thinking.length() / 4;
        Usage usage = new Usage(prompt, 0, text.length() / 4 + reasoning, reasoning);
        return new ChatResult(
                Outcome.ANSWERED, text, thinking, "simulated/" + member.model(), usage, List.of(), "", false);
    }

    /** A test of the line asks to repeat a word; the first one in quotation marks is repeated. */
    private static String echo(String prompt) {
        Matcher word = QUOTED.matcher(prompt);
        return word.find() ? word.group(1) : "OK";
    }
}
