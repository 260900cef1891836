package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.Roles;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.adaem.Adaem;
import dev.valuecompass.items.adaem.PlayedArm;
import dev.valuecompass.items.denevil.Denevil;
import dev.valuecompass.items.denevil.LearnedOpenings;
import dev.valuecompass.items.generator.ItemGenerator;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What making a system's new items asks of whom. Sends nothing. That a question is refined one and a half times, and that a
 * third of the new items tell models apart, is what simulated panels showed; every other number follows from the settings.
 */
public final class GenerationForecast {
    /** What explorers are asked: to propose, to reflect, to write. */
    public static final String WRITING = "item drafts";
    /** What panels are asked: the drafts themselves. */
    public static final String TRYING = "item trials";

    /** Refinements that are tried of a question, where so many are allowed. */
    private static final double TRIES = 1.5;

    /** Share of new items on which the strong panel differs. */
    private static final double TELLING = 1 / 3.0;

    /** Written by an explorer at a time: a line of circumstances, a question, a line of advice, an opening (tokens). */
    private static final int LINE_TOKENS = 60;

    private static final int CONTINUATION_TOKENS = 200;

    private final RunSetting setting;
    private final LeaderboardConfig board;

    public GenerationForecast(RunSetting setting) {
        this.setting = setting;
        this.board = setting.leaderboard();
    }

    /**
     * One model's part in the making of one system's items.
     *
     * @param stage {@link #WRITING} or {@link #TRYING}
     * @param model id of the examinee
     * @param promptCharacters of all calls
     * @param completionTokens of all calls, without what a reasoning model thinks
     */
    public record StageEstimate(String stage, String model, Amount expected, Amount most) {}

    /** Calls with what they carry. */
    public record Amount(long calls, long promptCharacters, long completionTokens) {
        private Amount plus(Amount other) {
            return new Amount(
                    calls + other.calls,
                    promptCharacters + other.promptCharacters,
                    completionTokens + other.completionTokens);
        }

        private static Amount of(double calls, double characters, double tokens) {
            return new Amount(Math.round(calls), Math.round(calls * characters), Math.round(calls * tokens));
        }
    }

    /**
     * What there is to read for a recogniser that asks models.
     *
     * @param passages read one at a time, each for all values of an item
     * @param characters of the passages with the questions that they answer
     */
    public record Readings(long passages, long characters) {}

    /**
     * What of a round cannot go on side by side: each step waits for the one before. Calls within a step are not counted.
     *
     * @param pulls of topics, or starting items
     * @param alone how many of them decide where the next one goes, so that it waits
     * @param steps one after another at most, by who is asked: {@code explorers}, {@code cheap}, {@code strong}, {@code
     *     generator}, {@code others}
     */
    public record Succession(int pulls, int alone, SortedMap<String, Integer> steps) {
        /** Of all. */
        public int all() {
            return steps.values().stream().mapToInt(n -> n).sum();
        }
    }

    /**
     * @param parts by stage, then by model in the order of the panels
     * @param readings that are to be expected
     * @param mostReadings if every question were refined as often as is allowed
     * @param succession null where nothing is to be made
     */
    public record StageEstimates(
            List<StageEstimate> parts, Readings readings, Readings mostReadings, Succession succession) {
        /** Calls that are to be expected, without those of a recogniser. */
        long calls() {
            return parts.stream().mapToLong(part -> part.expected().calls()).sum();
        }
    }

    private static final StageEstimates NOTHING =
            new StageEstimates(List.of(), new Readings(0, 0), new Readings(0, 0), null);

    /** Nothing where the system does not evolve, or its items of this period have been made. */
    public StageEstimates of(SystemPlan plan) {
        if (plan.evolve() == null
                || new RoundFiles(setting.data().own(), setting.period())
                        .find(plan.system())
                        .isPresent()) {
            return NOTHING;
        }
        ValueSystem system = setting.theory().system(plan.system());
        List<Item> topics = ItemSelection.balanced(
                TopicPool.read(setting.data().file(plan.pool()), system),
                plan.evolve().topics(),
                board.evaluation().seed());
        boolean stories = system.elicitation() != Elicitation.OPINION;
        RequestSizes sizes = new RequestSizes(setting, system, topics, plan.evolve());
        CallCounts expected = stories ? openings(plan, system, topics, false) : questions(plan, topics, false);
        CallCounts most = stories ? openings(plan, system, topics, true) : questions(plan, topics, true);
        List<StageEstimate> parts = new ArrayList<>();
        Roles roles = board.roles();
        for (String model : roles.explorers()) {
            parts.add(new StageEstimate(
                    WRITING, model, writing(expected, sizes, stories), writing(most, sizes, stories)));
        }
        if (expected.learned() > 0) {
            double requests = Math.max(system.dimensions().size(), expected.learned() / ItemGenerator.MOST_IN_A_ROUND);
            double tokens = expected.learned() * LINE_TOKENS / requests;
            parts.add(new StageEstimate(
                    WRITING,
                    roles.generator(),
                    Amount.of(requests, sizes.generatorPrompt(), tokens),
                    Amount.of(LearnedOpenings.REQUESTS * requests, sizes.generatorPrompt(), tokens)));
        }
        List<String> panels = new ArrayList<>(roles.explorers());
        roles.scorers().stream().filter(model -> !panels.contains(model)).forEach(panels::add);
        panels.addAll(others());
        for (String model : panels) {
            parts.add(new StageEstimate(TRYING, model, trying(model, expected, sizes), trying(model, most, sizes)));
        }
        return new StageEstimates(
                parts,
                readings(expected, sizes, stories),
                readings(most, sizes, stories),
                stories ? succession(plan, system, most) : succession(plan, topics, most));
    }

    /**
     * With {@code U} topics that were never pulled, of which eight go at a time, {@code W = ⌈U/8⌉ + (budget − U)} waves. In each
     * a fact and a question are written, the cheap panel answers, {@code depth} times two calls refine and it answers again,
     * and the strong panel answers; where a topic is new it has answered the topic before.
     */
    private Succession succession(SystemPlan plan, List<Item> topics, CallCounts most) {
        Evolution evolve = plan.evolve();
        Set<String> played = Legacy.of(setting, plan, QuestionRound.METHOD, QuestionRound.WORTH).arms().stream()
                .map(PlayedArm::topic)
                .collect(Collectors.toSet());
        int fresh = (int) Math.min(
                evolve.budget(),
                topics.stream().filter(topic -> !played.contains(topic.id())).count());
        int first = waves(fresh, Adaem.PULLS_AT_ONCE);
        int waves = first + evolve.budget() - fresh;
        SortedMap<String, Integer> steps = new TreeMap<>();
        steps.put("explorers", waves * (2 + 2 * evolve.depth()));
        steps.put("cheap", evolve.depth() == 0 ? 0 : waves * (1 + evolve.depth()));
        steps.put("strong", first + waves + waves(most.again(), Adaem.PULLS_AT_ONCE * evolve.explore()));
        steps.put("others", others().isEmpty() ? 0 : RewardCheck.ANSWERS);
        return new Succession(evolve.budget(), evolve.budget() - fresh, steps);
    }

    /** Starting items go eight at a time, so none waits for what another gives; the generator is asked about a value at a time. */
    private Succession succession(SystemPlan plan, ValueSystem system, CallCounts most) {
        Evolution evolve = plan.evolve();
        int waves = waves(evolve.budget(), Denevil.AT_ONCE);
        boolean reply = system.elicitation() == Elicitation.REPLY;
        SortedMap<String, Integer> steps = new TreeMap<>();
        steps.put("explorers", waves * (reply ? 1 : 2) * evolve.depth());
        steps.put("cheap", waves * (1 + evolve.depth()));
        steps.put("strong", 2 * waves + waves(most.learned(), Denevil.AT_ONCE) + waves(most.again(), Denevil.AT_ONCE));
        steps.put(
                "generator",
                most.learned() == 0
                        ? 0
                        : LearnedOpenings.REQUESTS * system.dimensions().size());
        steps.put("others", others().isEmpty() ? 0 : RewardCheck.ANSWERS);
        return new Succession(evolve.budget(), 0, steps);
    }

    private static int waves(double number, int atOnce) {
        return (int) Math.ceil(number / atOnce);
    }

    /**
     * @param first calls to explorers that propose, or continue on demand
     * @param second calls to explorers that reflect and refine, or infer
     * @param cheap texts that the cheap panel is asked
     * @param starts starting texts that the strong panel is asked
     * @param ends final texts that it is asked, each of which the cheap panel was asked as well
     * @param learned texts of a generator that the strong panel is asked
     * @param again candidates for the finished set, which the strong panel is asked once more
     * @param checked answers of each other model by which it is checked what the strong panel says
     */
    private record CallCounts(
            double first,
            double second,
            double cheap,
            double starts,
            double ends,
            double learned,
            double again,
            double checked) {}

    /** Two calls propose, two refine; the cheap panel is asked each form of a draft, the strong one the last. */
    private static CallCounts questions(SystemPlan plan, List<Item> topics, boolean most) {
        Evolution evolve = plan.evolve();
        double drafts = (double) evolve.budget() * evolve.explore();
        double tries = most ? evolve.depth() : Math.min(evolve.depth(), TRIES);
        double asked = evolve.depth() == 0 ? 0 : drafts * (1 + tries);
        double starts = Math.min(evolve.budget(), topics.size());
        return new CallCounts(
                2 * drafts,
                2 * drafts * tries,
                asked,
                starts,
                drafts,
                0,
                again(plan, drafts, most),
                checked(plan, starts + drafts));
    }

    /** A round needs a continuation, on demand at most once, and an opening; starts that return are not asked again. */
    private CallCounts openings(SystemPlan plan, ValueSystem system, List<Item> topics, boolean most) {
        Evolution evolve = plan.evolve();
        double starts = Math.min(evolve.budget(), topics.size());
        double rounds = evolve.budget() * (most ? evolve.depth() : Math.min(evolve.depth(), TRIES));
        double ends = evolve.depth() == 0 ? 0 : evolve.budget();
        double learned = learned(plan, system);
        return new CallCounts(
                rounds,
                rounds,
                starts + rounds,
                starts,
                ends,
                learned,
                again(plan, ends + learned, most),
                checked(plan, starts + ends));
    }

    private static double checked(SystemPlan plan, double texts) {
        return RewardCheck.ANSWERS * Math.min(RewardCheck.most(plan.items()), texts);
    }

    /** Texts that the generator is asked to write of what a round measured; 0 where nobody has the role. */
    private double learned(SystemPlan plan, ValueSystem system) {
        boolean writes = system.elicitation() != Elicitation.OPINION
                && !board.roles().generator().isEmpty();
        return writes
                ? (double) StoryRound.each(plan, system) * system.dimensions().size()
                : 0;
    }

    private static double again(SystemPlan plan, double made, boolean most) {
        double telling = most ? made : made * TELLING;
        return plan.items() == 0 ? telling : Math.min(telling, (double) Adaem.CANDIDATES * plan.items());
    }

    /** Answers of each of the strong panel. */
    private static double asked(CallCounts counts) {
        return counts.starts() + counts.ends() + counts.learned() + counts.again();
    }

    private Amount writing(CallCounts counts, RequestSizes sizes, boolean stories) {
        double explorers = board.roles().explorers().size();
        return Amount.of(counts.first() / explorers, sizes.firstPrompt(), stories ? CONTINUATION_TOKENS : LINE_TOKENS)
                .plus(Amount.of(counts.second() / explorers, sizes.secondPrompt(), LINE_TOKENS));
    }

    private List<String> others() {
        return others(board);
    }

    /** Models by whose answers a round is checked; a single one has nobody to differ from. */
    public static List<String> others(LeaderboardConfig board) {
        List<String> others = RoundMaker.others(board);
        return others.size() < 2 ? List.of() : others;
    }

    private Amount trying(String model, CallCounts counts, RequestSizes sizes) {
        double cheap = board.roles().explorers().contains(model) ? counts.cheap() : 0;
        double strong = board.roles().scorers().contains(model) ? asked(counts) : 0;
        // What both panels ask of one model is answered from the run store the second time.
        double twice = cheap > 0 && strong > 0 ? Math.min(cheap, counts.ends()) : 0;
        double check = others().contains(model) ? counts.checked() : 0;
        return Amount.of(cheap + strong + check - twice, sizes.trialPrompt(), sizes.answerTokens());
    }

    private Readings readings(CallCounts counts, RequestSizes sizes, boolean stories) {
        int cheap = board.roles().explorers().size();
        int strong = board.roles().scorers().size();
        double answers = counts.cheap() * cheap + asked(counts) * strong + counts.checked() * others().size();
        double texts = stories ? 0 : counts.starts() + Math.max(counts.cheap(), counts.ends());
        double passages = answers * sizes.opinions();
        double characters = passages * (sizes.passage() + sizes.item()) + texts * 2 * sizes.item();
        return new Readings(Math.round(passages + texts), Math.round(characters));
    }
}
