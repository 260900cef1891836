package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.CachingTokens;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.StoredEncoder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.Variety;
import dev.valuecompass.items.adaem.Adaem;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.adaem.Earlier;
import dev.valuecompass.items.adaem.Explorer;
import dev.valuecompass.items.adaem.Nearness;
import dev.valuecompass.items.adaem.OpinionDiversity;
import dev.valuecompass.items.adaem.PanelAnswer;
import dev.valuecompass.items.adaem.ScoredQuestion;
import dev.valuecompass.items.adaem.Survey;
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
import dev.valuecompass.pipeline.setup.Recognizers;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A round of questions by AdAEM. */
final class QuestionRound {
    static final String WORTH = "Jensen-Shannon divergence";
    static final String METHOD = "adaem";
    /** Published questions that an explorer sees. */
    private static final int SHOWN = 10;

    private static final int VECTORS = 20_000;
    private static final int SENTENCES = 4_000;
    /** Starting items whose mean is taken from every question's vector. */
    private static final int CENTRE = 100;
    /** Pulls from one word to the user to the next. */
    private static final int TOLD = 50;

    private final RunSetting setting;
    private final ChatModel chat;
    private final ValueRecognizer recognizer;
    private final Consumer<String> progress;
    private int told;

    QuestionRound(RunSetting setting, ChatModel chat, ValueRecognizer recognizer, Consumer<String> progress) {
        this.setting = setting;
        this.chat = chat;
        this.recognizer = recognizer;
        this.progress = progress;
    }

    /** Digest of the prompts by which questions are made. */
    static String prompts(RunSetting setting, ValueSystem system) {
        return explorer(
                        setting,
                        request -> ChatResult.failed(Outcome.CANCELLED, ""),
                        system,
                        new AskCounts(),
                        new Refusals(Screen.of(List.of())))
                .digest();
    }

    RoundMaker.RoundResult run(SystemPlan plan, ValueSystem system, List<Item> pool) {
        LeaderboardConfig board = setting.leaderboard();
        Evolution evolve = plan.evolve();
        // Every period has the same arms, so that what one period learns of them is of use to the next.
        long constant = board.evaluation().seed();
        List<Item> topics = ItemSelection.balanced(pool, evolve.topics(), constant);
        List<String> ids = topics.stream().map(Item::id).toList();
        Legacy legacy = Legacy.of(setting, plan, METHOD, WORTH);
        AskCounts askCounts = new AskCounts();
        Refusals refusals = new Refusals(Screen.of(board).forItemsOf(system));
        // What the recogniser reads in a question it finds among these vectors, and the other way round.
        try (E5Encoder encoder = new E5Encoder();
                StoredEncoder stored = new StoredEncoder(encoder, setting.runs().resolve(Recognizers.VECTORS));
                ParallelMap threads = new ParallelMap()) {
            Interview interview = new Interview(chat, new Prompts(setting.data()), board);
            AnswerSampling sampling = new AnswerSampling(
                    evolve.temperature(), evolve.topP(), board.sampling().maxTokens(), 1, evolve.opinions());
            PanelSurvey survey = new PanelSurvey(
                    new PanelSurvey.SurveyContext(board, interview, recognizer, threads, askCounts), system, sampling);
            Adaem.Panels panels = new Adaem.Panels(
                    board.roles().explorers(),
                    board.roles().scorers(),
                    system.dimensionIds(),
                    survey,
                    new OpinionDiversity(new CachingTokens(encoder, SENTENCES)));
            SentenceEncoder vectors = new CachingEncoder(stored, VECTORS);
            Nearness nearness = new Nearness(
                    vectors,
                    ItemSelection.balanced(pool, CENTRE, constant).stream()
                            .map(Item::text)
                            .toList());
            Earlier earlier = new Earlier(
                    legacy.best(),
                    new ContaminationGuard(vectors, legacy.published(), ContaminationGuard.CLOSE),
                    SHOWN);
            Explorer explorer = explorer(setting, chat, system, askCounts, refusals);
            Bandit bandit = new Bandit(ids, legacy.arms());
            Adaem adaem = new Adaem(evolve, panels, explorer, nearness, earlier, threads);
            AdaemResult round =
                    adaem.again(adaem.run(topics, bandit, Legacy.seed(setting), this::report), plan.items());
            RoundMaker.Search search = new RoundMaker.Search(
                    legacy.continues(),
                    round.rejected(),
                    null,
                    check(round, survey, plan, system, threads),
                    legacy.after(bandit.played(ids)));
            return outcome(plan, round, explorer.digest(), pool, search, new RoundMaker.ModelUse(askCounts, refusals));
        }
    }

    /** By two answers of each other model, which nobody has seen. */
    private RewardCheck check(
            AdaemResult round, Survey survey, SystemPlan plan, ValueSystem system, ParallelMap threads) {
        List<String> others = RoundMaker.others(setting.leaderboard());
        List<ScoredQuestion> some = others.size() < 2
                ? List.of()
                : RewardCheck.spread(round.byReward(), ScoredQuestion::tells, RewardCheck.most(plan.items()));
        List<RewardCheck.Measured> measured = threads
                .map(some, question -> {
                    List<List<PanelAnswer>> answers = IntStream.range(0, RewardCheck.ANSWERS)
                            .mapToObj(sample -> survey.ask(others, question.text(), sample))
                            .filter(one -> one.size() >= 2)
                            .toList();
                    return answers.size() < RewardCheck.ANSWERS
                            ? Optional.<RewardCheck.Measured>empty()
                            : Optional.of(new RewardCheck.Measured(
                                    question.worth().reward(),
                                    PanelAnswer.entropy(answers.get(0), system.dimensionIds()),
                                    PanelAnswer.entropy(answers.get(1), system.dimensionIds())));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return RewardCheck.of(others, measured);
    }

    private static Explorer explorer(
            RunSetting setting, ChatModel chat, ValueSystem system, AskCounts askCounts, Refusals refusals) {
        LeaderboardConfig board = setting.leaderboard();
        Evolution evolve = board.systems().stream()
                .filter(plan -> plan.system().equals(system.id()))
                .findFirst()
                .orElseThrow()
                .evolve();
        List<Examinee> explorers = board.roles().explorers().stream()
                .map(id -> board.examinee(id).orElseThrow())
                .toList();
        Sampling sampling = Sampling.of(board.sampling(), evolve);
        return new Explorer(
                new ExplorerRotation(chat, explorers, sampling, askCounts, refusals, Legacy.firstSample(setting)),
                explorers.stream()
                        .filter(one -> one.knowledgeCutoff() != null)
                        .collect(Collectors.toMap(
                                Examinee::id, one -> one.knowledgeCutoff().toString())),
                setting.data(),
                system);
    }

    /** Eight at a time or one by one, whenever another fifty are passed. */
    private void report(int pulls) {
        if (pulls / TOLD > told) {
            told = pulls / TOLD;
            progress.accept(pulls + " pulls");
        }
    }

    private RoundMaker.RoundResult outcome(
            SystemPlan plan,
            AdaemResult round,
            String prompts,
            List<Item> pool,
            RoundMaker.Search search,
            RoundMaker.ModelUse help) {
        List<String> starts = RoundMaker.sample(setting, pool);
        Variety.Choice<ScoredQuestion> chosen =
                round.finished(plan.items(), plan.evolve().mostPerTopic(), starts);
        List<ScoredQuestion> kept = chosen.kept();
        Map<String, Item> byId = pool.stream().collect(Collectors.toMap(Item::id, topic -> topic));
        List<EvolvedItem> items = kept.stream()
                .map(question -> item(question, byId.get(question.topic()), prompts))
                .toList();
        int most = RoundRecord.top(plan.items());
        List<ScoredQuestion> top = round.best(most, Integer.MAX_VALUE);
        RoundRecord.RoundFigures figures = new RoundRecord.RoundFigures(
                round.pulls().size(),
                round.topics().size(),
                round.questions().size(),
                items.size(),
                round.topics().isEmpty() ? null : rounded(AdaemResult.mean(round.topics())),
                top.isEmpty() ? null : rounded(AdaemResult.mean(top)),
                most,
                round.curve(most).stream()
                        .map(point -> new RoundRecord.CurvePoint(
                                rounded(point.reward()),
                                point.best() == null ? null : rounded(point.best()),
                                point.topics()))
                        .toList());
        RoundRecord.SetVariety variety = new RoundRecord.SetVariety(
                Variety.of(kept.stream().map(ScoredQuestion::text).toList()), Variety.among(starts, kept.size()));
        return new RoundMaker.RoundResult(
                METHOD,
                prompts,
                items,
                figures,
                variety,
                search.rejecting(Rejections.Reason.UNIFORM, chosen.passed()),
                help);
    }

    /** Named after its text, so that it keeps its name in whatever round it turns up. */
    private EvolvedItem item(ScoredQuestion question, Item topic, String prompts) {
        Provenance made = new Provenance(
                METHOD,
                topic.id(),
                question.model(),
                prompts,
                setting.period(),
                question.worth().terms());
        Provenance provenance = made.resting(question.grounding());
        String id = topic.system() + "-" + Digest.sha256(question.text()).substring(0, 12);
        Item item =
                new Item(id, topic.system(), topic.dimensions(), topic.category(), question.text(), false, provenance);
        return new EvolvedItem(item, question.path());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
