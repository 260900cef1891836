package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.Variety;
import dev.valuecompass.items.adaem.Adaem;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.denevil.Denevil;
import dev.valuecompass.items.denevil.LearnedOpenings;
import dev.valuecompass.items.denevil.Opening;
import dev.valuecompass.items.denevil.Reaction;
import dev.valuecompass.items.denevil.Tempter;
import dev.valuecompass.items.generator.GeneratorPrompt;
import dev.valuecompass.items.generator.PowerModel;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.items.writing.AskCounts;
import dev.valuecompass.items.writing.EvolvedItem;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.items.writing.ParallelMap;
import dev.valuecompass.items.writing.Rejections;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.pipeline.setup.GeneratorModel;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A round of items that models go on from, by DENEVIL. */
final class StoryRound {
    static final String WORTH = "entropy of the recogniser's labels";
    private static final String METHOD = "denevil";
    /** As of all items that the generator writes. */
    private static final String LEARNED = "conditional";

    private static final Pattern LABELLED = Pattern.compile("(?m)^(\\p{L}{1,20}): \\{\\{item}}");

    private final RunSetting setting;
    private final ChatModel chat;
    private final ValueRecognizer recognizer;
    private final Consumer<String> progress;

    StoryRound(RunSetting setting, ChatModel chat, ValueRecognizer recognizer, Consumer<String> progress) {
        this.setting = setting;
        this.chat = chat;
        this.recognizer = recognizer;
        this.progress = progress;
    }

    /** Digest of the prompts by which openings are made. */
    static String prompts(RunSetting setting, SystemPlan plan, ValueSystem system) {
        return tempter(
                        setting,
                        request -> ChatResult.failed(Outcome.CANCELLED, ""),
                        plan,
                        system,
                        new AskCounts(),
                        new Refusals(Screen.of(List.of())))
                .digest();
    }

    RoundMaker.RoundResult run(SystemPlan plan, ValueSystem system, List<Item> pool) {
        LeaderboardConfig board = setting.leaderboard();
        Evolution evolve = plan.evolve();
        List<Item> chosen =
                ItemSelection.balanced(pool, evolve.topics(), board.evaluation().seed());
        Legacy legacy = Legacy.of(setting, plan, METHOD, WORTH);
        List<String> ids = chosen.stream().map(Item::id).toList();
        Bandit bandit = new Bandit(ids, legacy.arms());
        List<Item> starts = promising(chosen, bandit);
        AskCounts askCounts = new AskCounts();
        Refusals refusals = new Refusals(Screen.of(board).forItemsOf(system));
        try (VectorSource vectors = new VectorSource(setting.runs());
                ParallelMap threads = new ParallelMap()) {
            Interview interview = new Interview(chat, new Prompts(setting.data()), board);
            AnswerSampling sampling = new AnswerSampling(
                    evolve.temperature(), evolve.topP(), board.sampling().maxTokens(), 1, evolve.opinions());
            PanelSurvey.SurveyContext means =
                    new PanelSurvey.SurveyContext(board, interview, recognizer, threads, askCounts);
            StorySurvey audience = new StorySurvey(means, system, sampling, 0);
            Tempter tempter = tempter(setting, chat, plan, system, askCounts, refusals);
            ContaminationGuard echoes =
                    new ContaminationGuard(vectors.encoder(), legacy.published(), ContaminationGuard.CLOSE);
            Denevil denevil =
                    new Denevil(evolve, board.roles().explorers(), board.roles().scorers(), audience, tempter, echoes);
            List<Opening> evolved = denevil.run(starts, threads, this::report);
            evolved.forEach(opening -> bandit.update(ids.indexOf(opening.start()), opening.after()));
            RoundRecord.Written written;
            List<Opening> openings = new ArrayList<>(evolved);
            if (board.roles().generator().isEmpty()) {
                written = new RoundRecord.Written(0, 0, 0, "no model has the role of generator");
            } else {
                LearnedOpenings.Learned learned = new LearnedOpenings(
                                GeneratorModel.generator(board, chat),
                                GeneratorPrompt.read(setting.data(), system),
                                system,
                                vectors.encoder(),
                                echoes,
                                refusals)
                        .write(
                                starts,
                                evolved,
                                each(plan, system),
                                audience,
                                board.roles().scorers(),
                                threads);
                openings.addAll(learned.openings());
                written = new RoundRecord.Written(
                        learned.proposed(),
                        learned.measured(),
                        learned.openings().size(),
                        learned.enough() ? "" : "fewer than " + PowerModel.FEWEST + " items were measured");
            }
            List<Opening> again = again(openings, plan, new StorySurvey(means, system, sampling, 1), threads);
            RoundMaker.Search search = new RoundMaker.Search(
                    legacy.continues(),
                    denevil.rejected(),
                    written,
                    check(plan, again, starts, List.of(audience, new StorySurvey(means, system, sampling, 1)), threads),
                    legacy.after(bandit.played(ids)));
            return outcome(
                    plan, evolved, again, tempter.digest(), pool, search, new RoundMaker.ModelUse(askCounts, refusals));
        }
    }

    /** The candidates for the set, measured once more: what was best by one answer is partly so by luck. */
    private List<Opening> again(List<Opening> openings, SystemPlan plan, StorySurvey second, ParallelMap threads) {
        List<Opening> written = openings.stream().filter(Opening::written).toList();
        Set<Opening> candidates = Set.copyOf(
                best(written, Adaem.CANDIDATES * plan.items(), plan.evolve().mostPerTopic()));
        List<String> scorers = setting.leaderboard().roles().scorers();
        return threads.map(openings, Denevil.AT_ONCE, opening -> {
            List<Reaction> reactions = candidates.contains(opening)
                    ? second.hear(scorers, opening.dimension(), opening.text())
                    : List.of();
            return reactions.isEmpty() ? opening : opening.and(Reaction.entropy(reactions));
        });
    }

    /** So many items are wanted of each value; for a set without an end, as many as are taken up. */
    static int each(SystemPlan plan, ValueSystem system) {
        int wanted = plan.items() == 0 ? plan.evolve().budget() : plan.items();
        return (int) Math.ceil((double) wanted / system.dimensions().size());
    }

    /** An item with what it is worth. */
    private record Worth(String dimension, String text, double entropy) {}

    /** By two answers of each other model, which nobody has seen. */
    private RewardCheck check(
            SystemPlan plan,
            List<Opening> openings,
            List<Item> starts,
            List<StorySurvey> audiences,
            ParallelMap threads) {
        Map<String, String> texts = starts.stream().collect(Collectors.toMap(Item::id, Item::text));
        List<Worth> ranked = openings.stream()
                .flatMap(opening -> Stream.of(
                        new Worth(opening.dimension(), texts.get(opening.start()), opening.before()),
                        new Worth(
                                opening.dimension(),
                                opening.written() ? opening.text() : texts.get(opening.start()),
                                opening.after())))
                .distinct()
                .sorted(Comparator.comparingDouble(Worth::entropy).thenComparing(Worth::text))
                .toList();
        List<String> others = RoundMaker.others(setting.leaderboard());
        List<Worth> some = others.size() < 2
                ? List.of()
                : RewardCheck.spread(ranked, one -> one.entropy() > 0, RewardCheck.most(plan.items()));
        List<RewardCheck.Measured> measured = threads.map(some, item -> measured(item, others, audiences)).stream()
                .flatMap(Optional::stream)
                .toList();
        return RewardCheck.of(others, measured);
    }

    /** Empty where an entropy cannot be told. */
    private static Optional<RewardCheck.Measured> measured(
            Worth item, List<String> others, List<StorySurvey> audiences) {
        List<Double> entropies = new ArrayList<>();
        for (StorySurvey audience : audiences) {
            List<Reaction> reactions = audience.hear(others, item.dimension(), item.text());
            if (reactions.size() >= 2) {
                entropies.add(Reaction.entropy(reactions));
            }
        }
        return entropies.size() < RewardCheck.ANSWERS
                ? Optional.empty()
                : Optional.of(new RewardCheck.Measured(item.entropy(), entropies.get(0), entropies.get(1)));
    }

    /** The dimensions in turn; within each those first that were never taken up, then the most promising. */
    private static List<Item> promising(List<Item> starts, Bandit bandit) {
        Map<String, Integer> places = new HashMap<>();
        Map<Item, Integer> turns = new HashMap<>();
        List<Item> ranked = IntStream.range(0, starts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(arm -> -bandit.bound(arm)))
                .map(starts::get)
                .toList();
        ranked.forEach(start -> turns.put(start, places.merge(start.dimensions().get(0), 1, Integer::sum)));
        return ranked.stream().sorted(Comparator.comparingInt(turns::get)).toList();
    }

    private static Tempter tempter(
            RunSetting setting,
            ChatModel chat,
            SystemPlan plan,
            ValueSystem system,
            AskCounts askCounts,
            Refusals refusals) {
        LeaderboardConfig board = setting.leaderboard();
        Sampling sampling = Sampling.of(board.sampling(), plan.evolve());
        return new Tempter(
                new ExplorerRotation(
                        chat,
                        board.roles().explorers().stream()
                                .map(id -> board.examinee(id).orElseThrow())
                                .toList(),
                        sampling,
                        askCounts,
                        refusals,
                        Legacy.firstSample(setting)),
                setting.data(),
                system,
                label(setting, system));
    }

    /** What an item is called in the prompt by which it is asked. */
    private static String label(RunSetting setting, ValueSystem system) {
        Matcher label =
                LABELLED.matcher(new Prompts(setting.data()).template(system).text());
        if (label.find()) {
            return label.group(1);
        }
        return system.elicitation() == Elicitation.REPLY ? "Request" : "Text";
    }

    private void report(int done) {
        if (done % 40 == 0) {
            progress.accept(done + " starting prompts");
        }
    }

    private RoundMaker.RoundResult outcome(
            SystemPlan plan,
            List<Opening> evolved,
            List<Opening> openings,
            String prompts,
            List<Item> pool,
            RoundMaker.Search search,
            RoundMaker.ModelUse help) {
        Map<String, Item> byId = pool.stream().collect(Collectors.toMap(Item::id, Function.identity()));
        List<Opening> written = openings.stream().filter(Opening::written).toList();
        // What tells models apart no better than starting items do is no gain, however new it is.
        double start = evolved.stream().mapToDouble(Opening::before).average().orElse(0);
        List<Opening> better =
                written.stream().filter(opening -> opening.after() > start).toList();
        List<String> starts = RoundMaker.sample(setting, pool);
        Variety.Choice<Opening> chosen =
                Variety.best(best(better, 0, plan.evolve().mostPerTopic()), Opening::text, plan.items(), starts);
        List<Opening> kept = chosen.kept();
        List<EvolvedItem> items = kept.stream()
                .map(opening -> item(opening, byId.get(opening.start()), prompts))
                .toList();
        RoundRecord.RoundFigures figures = new RoundRecord.RoundFigures(
                evolved.size(),
                (int) evolved.stream().map(Opening::start).distinct().count(),
                written.size(),
                items.size(),
                mean(evolved, Opening::before),
                mean(kept, Opening::after),
                RoundRecord.top(plan.items()),
                curve(evolved, RoundRecord.top(plan.items())));
        RoundRecord.SetVariety variety = new RoundRecord.SetVariety(
                Variety.of(kept.stream().map(Opening::text).toList()), Variety.among(starts, kept.size()));
        RoundMaker.Search counted = search.rejecting(Rejections.Reason.WEAK, written.size() - better.size())
                .rejecting(Rejections.Reason.UNIFORM, chosen.passed());
        return new RoundMaker.RoundResult(METHOD, prompts, items, figures, variety, counted, help);
    }

    /** Only new items on which the strong panel differs are among the best. */
    private static List<RoundRecord.CurvePoint> curve(List<Opening> openings, int top) {
        List<Opening> best = new ArrayList<>();
        List<RoundRecord.CurvePoint> curve = new ArrayList<>();
        for (Opening opening : openings) {
            if (opening.written()) {
                best.add(opening);
                best.sort(Comparator.comparingDouble((Opening one) -> -one.after())
                        .thenComparing(Opening::text));
                best.subList(Math.min(best.size(), top), best.size()).clear();
            }
            curve.add(new RoundRecord.CurvePoint(rounded(opening.after()), mean(best, Opening::after), (int)
                    best.stream().map(Opening::start).distinct().count()));
        }
        return curve;
    }

    /** The values in turn, the most telling first. */
    private static List<Opening> best(List<Opening> openings, int wanted, int mostPerTopic) {
        List<Opening> ranked = openings.stream()
                .sorted(Comparator.comparingDouble((Opening opening) -> -opening.after())
                        .thenComparing(Opening::text))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> ofStart = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Map<Opening, Integer> turns = new HashMap<>();
        List<Opening> fit = new ArrayList<>();
        for (Opening opening : ranked) {
            if (ofStart.merge(opening.start(), 1, Integer::sum) <= mostPerTopic && seen.add(opening.text())) {
                turns.put(opening, places.merge(opening.dimension(), 1, Integer::sum));
                fit.add(opening);
            }
        }
        fit.sort(Comparator.comparingInt(turns::get));
        return wanted == 0 ? fit : fit.stream().limit(wanted).toList();
    }

    private EvolvedItem item(Opening opening, Item start, String prompts) {
        boolean learned = opening.path().isEmpty();
        Provenance provenance = new Provenance(
                learned ? LEARNED : METHOD,
                start.id(),
                opening.model(),
                learned ? "" : prompts,
                setting.period(),
                Map.of("reward", rounded(opening.after()), "rewardBefore", rounded(opening.before())));
        String id = start.system() + "-" + Digest.sha256(opening.text()).substring(0, 12);
        Item item =
                new Item(id, start.system(), start.dimensions(), start.category(), opening.text(), false, provenance);
        return new EvolvedItem(item, opening.path());
    }

    private static Double mean(List<Opening> openings, ToDoubleFunction<Opening> figure) {
        OptionalDouble mean = openings.stream().mapToDouble(figure).average();
        return mean.isPresent() ? rounded(mean.getAsDouble()) : null;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
