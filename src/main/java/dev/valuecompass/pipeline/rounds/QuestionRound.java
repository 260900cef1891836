package dev.valuecompass.pipeline.rounds;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.Leaderboard;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.CachingTokens;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.embedding.StoredEncoder;
import dev.valuecompass.io.digest.Digest;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.adaem.Adaem;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.adaem.Explorer;
import dev.valuecompass.items.adaem.Nearness;
import dev.valuecompass.items.adaem.OpinionDiversity;
import dev.valuecompass.items.adaem.Question;
import dev.valuecompass.items.adaem.Round;
import dev.valuecompass.items.evolving.Attendance;
import dev.valuecompass.items.evolving.EvolvedItem;
import dev.valuecompass.items.evolving.Scribe;
import dev.valuecompass.items.evolving.SideBySide;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.pipeline.RunSetting;
import dev.valuecompass.recognition.Recognizers;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.responses.Interview;
import dev.valuecompass.responses.Prompts;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A round of questions by AdAEM. */
final class QuestionRound {
    private static final String METHOD = "adaem";
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
                        new Attendance(),
                        new Refusals(Screen.of(List.of())))
                .digest();
    }

    Rounds.Outcome run(SystemPlan plan, ValueSystem system, List<Item> pool) {
        Leaderboard board = setting.leaderboard();
        Evolution evolve = plan.evolve();
        long seed = board.evaluation().seed();
        List<Item> topics = ItemSelection.balanced(pool, evolve.topics(), seed);
        Attendance attendance = new Attendance();
        Refusals refusals = new Refusals(Screen.of(board).forItemsOf(system));
        // What the recogniser reads in a question it finds among these vectors, and the other way round.
        try (E5Encoder encoder = E5Encoder.load();
                StoredEncoder stored = new StoredEncoder(encoder, setting.runs().resolve(Recognizers.VECTORS));
                SideBySide threads = new SideBySide()) {
            Interview interview = new Interview(chat, new Prompts(setting.data()), board);
            AnswerSampling sampling = new AnswerSampling(
                    evolve.temperature(), evolve.topP(), board.sampling().maxTokens(), 1, evolve.opinions());
            PanelSurvey survey = new PanelSurvey(
                    new PanelSurvey.Means(board, interview, recognizer, threads, attendance), system, sampling);
            Adaem.Panels panels = new Adaem.Panels(
                    board.roles().explorers(),
                    board.roles().scorers(),
                    survey,
                    new OpinionDiversity(new CachingTokens(encoder, SENTENCES)));
            Nearness nearness = new Nearness(
                    new CachingEncoder(stored, VECTORS),
                    ItemSelection.balanced(pool, CENTRE, seed).stream()
                            .map(Item::text)
                            .toList());
            Explorer explorer = explorer(setting, chat, system, attendance, refusals);
            Round round = new Adaem(evolve, panels, explorer, nearness, threads)
                    .run(topics, new Bandit(topics.size()), seed, this::report);
            return outcome(plan, round, explorer.digest(), topics, new Rounds.Help(attendance, refusals));
        }
    }

    private static Explorer explorer(
            RunSetting setting, ChatModel chat, ValueSystem system, Attendance attendance, Refusals refusals) {
        Leaderboard board = setting.leaderboard();
        Evolution evolve = board.systems().stream()
                .filter(plan -> plan.system().equals(system.id()))
                .findFirst()
                .orElseThrow()
                .evolve();
        List<Examinee> explorers = board.roles().explorers().stream()
                .map(id -> board.examinee(id).orElseThrow())
                .toList();
        Sampling sampling = new Sampling(
                evolve.temperature(), evolve.topP(), board.sampling().maxTokens());
        return new Explorer(new Scribe(chat, explorers, sampling, attendance, refusals), setting.data(), system);
    }

    /** Eight at a time or one by one, whenever another fifty are passed. */
    private void report(int pulls) {
        if (pulls / TOLD > told) {
            told = pulls / TOLD;
            progress.accept(pulls + " pulls");
        }
    }

    private Rounds.Outcome outcome(SystemPlan plan, Round round, String prompts, List<Item> topics, Rounds.Help help) {
        List<Question> kept = round.best(plan.items(), plan.evolve().mostPerTopic());
        Map<String, Item> byId = topics.stream().collect(Collectors.toMap(Item::id, topic -> topic));
        List<EvolvedItem> items = kept.stream()
                .map(question -> item(question, byId.get(question.topic()), prompts))
                .toList();
        int most = RoundRecord.top(plan.items());
        List<Question> top = round.best(most, Integer.MAX_VALUE);
        RoundRecord.Figures figures = new RoundRecord.Figures(
                round.pulls().size(),
                round.topics().size(),
                round.questions().size(),
                items.size(),
                round.topics().isEmpty() ? null : rounded(Round.mean(round.topics())),
                top.isEmpty() ? null : rounded(Round.mean(top)),
                most,
                round.curve(most).stream()
                        .map(point -> new RoundRecord.Place(
                                rounded(point.reward()),
                                point.best() == null ? null : rounded(point.best()),
                                point.topics()))
                        .toList());
        return new Rounds.Outcome(METHOD, prompts, items, figures, help);
    }

    /** Named after its text, so that it keeps its name in whatever round it turns up. */
    private EvolvedItem item(Question question, Item topic, String prompts) {
        Provenance provenance = new Provenance(
                METHOD,
                topic.id(),
                question.model(),
                prompts,
                setting.period(),
                question.worth().terms());
        String id = topic.system() + "-" + Digest.sha256(question.text()).substring(0, 12);
        Item item =
                new Item(id, topic.system(), topic.dimensions(), topic.category(), question.text(), false, provenance);
        return new EvolvedItem(item, question.path());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
