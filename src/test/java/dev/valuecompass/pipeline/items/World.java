package dev.valuecompass.pipeline.items;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.config.LeaderboardReader;
import dev.valuecompass.embedding.SentenceEncoder;
import dev.valuecompass.embedding.Vectors;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemSelection;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.adaem.Adaem;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.ArmChoice;
import dev.valuecompass.items.adaem.Earlier;
import dev.valuecompass.items.adaem.Explorer;
import dev.valuecompass.items.adaem.Nearness;
import dev.valuecompass.items.adaem.OpinionDiversity;
import dev.valuecompass.items.adaem.PanelAnswer;
import dev.valuecompass.items.adaem.Survey;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.items.writing.AskCounts;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.items.writing.ParallelMap;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import dev.valuecompass.llm.offline.SimulatedEndpoint;
import dev.valuecompass.responses.Opinion;
import dev.valuecompass.responses.OpinionParser;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simulated panel with its contexts, surveyed without embeddings: what is said is known sentence by sentence, and words
 * stand for vectors. So a whole evolution takes a second or two, and what it shows is the doing of the bandit alone.
 */
final class World {
    /** Ids of the models that the shipped leaderboard names. */
    static final List<String> MODELS = LeaderboardReader.read(
                    Path.of("data/leaderboard.yml"), Theory.load(DataFolder.over(Path.of("no-such-folder"))))
            .examinees()
            .stream()
            .map(Examinee::id)
            .toList();

    /** Words stand for vectors, so only what is word for word the same may count as such. */
    private static final double SAME = 0.9999;

    /** Questions of a finished set. */
    private static final int WANTED = 60;

    private static final int WORD_DIMENSIONS = 24;
    private static final Map<String, float[]> WORDS = new ConcurrentHashMap<>();
    private static final Sampling SAMPLING = new Sampling(1.0, 0.95, 1024);

    private final DataFolder data;
    private final ValueSystem system;
    private final AskCounts askCounts = new AskCounts();
    private ChatModel chat;
    private final Map<String, String> sentences = new TreeMap<>();
    private final LongAdder calls = new LongAdder();
    private Predicate<String> unreadable = text -> false;

    World(DataFolder data, String panel, long seed) {
        this.data = data;
        this.system = Theory.load(data).system("schwartz");
        SimulatedEndpoint endpoint = SimulatedEndpoint.open(data, panel, seed);
        this.chat = request -> {
            calls.increment();
            return endpoint.attempt(request).result();
        };
        for (YamlMap entry : read("simulated/phrases/schwartz.yml").maps("dimensions")) {
            for (String sentence : entry.texts("shows")) {
                sentences.put(sentence.substring(sentence.indexOf(": ") + 2), entry.text("id"));
            }
        }
    }

    /** The one that ships. */
    static World shipped(Path folder, long seed) {
        return new World(DataFolder.over(folder), "simulated/contexts.yml", seed);
    }

    /** One whose contexts are drawn: subjects from the words of the topics, circumstances from the known phrases. */
    static World random(Path folder, long seed) {
        Random random = new Random(seed);
        DataFolder data = DataFolder.over(folder);
        World shipped = shipped(folder, seed);
        List<String> dimensions = shipped.system.dimensionIds();
        StringBuilder yaml = new StringBuilder("agreement: 0.97\ncontexts:\n");
        for (int c = 0; c < 4; c++) {
            yaml.append("  - about: ").append(shipped.draw(random, shipped.subjects(), 4));
            yaml.append("\n    where: ").append(shipped.draw(random, shipped.phrases(), 6));
            yaml.append("\n    models:\n");
            for (String model : MODELS) {
                if (random.nextDouble() < 0.8) {
                    yaml.append("      ").append(model).append(": {schwartz: {");
                    List<String> shuffled = new ArrayList<>(dimensions);
                    Collections.shuffle(shuffled, random);
                    for (int d = 0; d < shuffled.size(); d++) {
                        yaml.append(d == 0 ? "" : ", ").append(shuffled.get(d)).append(d < 3 ? ": 0.93" : ": 0.04");
                    }
                    yaml.append("}}\n");
                }
            }
        }
        yaml.append("models:\n");
        for (String model : MODELS) {
            yaml.append("  - {model: ")
                    .append(model)
                    .append(", family: f, style: plain, odd: 0.01, values: {schwartz: {");
            for (int d = 0; d < dimensions.size(); d++) {
                yaml.append(d == 0 ? "" : ", ").append(dimensions.get(d)).append(d % 2 == 0 ? ": 0.4" : ": 0.3");
            }
            yaml.append("}}}\n");
        }
        try {
            Files.createDirectories(folder.resolve("simulated"));
            Files.writeString(folder.resolve("simulated/world.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new World(data, "simulated/world.yml", seed);
    }

    private YamlMap read(String path) {
        return Yaml.parse(data.text(path), path, new Defects());
    }

    private List<String> draw(Random random, List<String> from, int wanted) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, wanted).stream()
                .map(word -> '"' + word + '"')
                .toList();
    }

    List<String> phrases() {
        return read("simulated/circumstances.yml").maps("kinds").stream()
                .flatMap(kind -> kind.texts("phrases").stream())
                .toList();
    }

    /** Longer words that stand in 6 to 40 of the topics. */
    private List<String> subjects() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Item topic : topics(0, 1)) {
            for (String word :
                    new TreeSet<>(List.of(topic.text().toLowerCase(Locale.ROOT).split("[^a-z]+")))) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(word -> word.getKey().length() > 4 && word.getValue() >= 6 && word.getValue() <= 40)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Item> topics(int wanted, long seed) {
        return ItemSelection.balanced(TopicPool.read(data.file("topics/schwartz.jsonl"), system), wanted, seed);
    }

    /** The same world, whose models are reached through something. */
    World through(UnaryOperator<ChatModel> link) {
        chat = link.apply(chat);
        return this;
    }

    /** The same world, where what makes vectors of texts breaks on some. */
    World breakingOn(Predicate<String> texts) {
        unreadable = texts;
        return this;
    }

    List<AskCounts.Row> askCounts() {
        return askCounts.rows();
    }

    /** Requests so far. */
    long calls() {
        return calls.sum();
    }

    AdaemResult evolve(Evolution settings, List<Item> topics, ArmChoice choice, long seed) {
        List<Examinee> explorers =
                MODELS.subList(0, 3).stream().map(World::examinee).toList();
        try (ParallelMap threads = new ParallelMap()) {
            Survey survey = new Known();
            Explorer explorer = new Explorer(
                    new ExplorerRotation(chat, explorers, SAMPLING, askCounts, new Refusals(Screen.of(List.of())), 0),
                    Map.of(),
                    data,
                    system);
            Nearness nearness =
                    new Nearness(new Words(), topics.stream().map(Item::text).toList());
            Adaem.Panels panels = new Adaem.Panels(
                    MODELS.subList(0, 3),
                    MODELS.subList(4, 8),
                    system.dimensionIds(),
                    survey,
                    new OpinionDiversity(this::words));
            Earlier nothing = new Earlier(Map.of(), new ContaminationGuard(new Words(), List.of(), SAME), 0);
            Adaem adaem = new Adaem(settings, panels, explorer, nearness, nothing, threads);
            return adaem.again(adaem.run(topics, choice, seed, pulls -> {}), WANTED);
        }
    }

    /** The values that a model shows in the answer that an evaluation would get, not in one that a generation got. */
    Set<String> evaluated(String model, String question) {
        return new Known()
                .answer(model, question, 0).stream()
                        .flatMap(answer -> answer.values().stream())
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    Optional<PanelAnswer> ask(String model, String question, int sample) {
        return new Known().answer(model, question, sample);
    }

    List<String> dimensions() {
        return system.dimensionIds();
    }

    private static Examinee examinee(String model) {
        return ExamineeFields.builder()
                .id(model)
                .name(model)
                .endpoint("panel")
                .model(model)
                .developer("")
                .country("")
                .family(model)
                .open(true)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .settings(Examinee.Settings.NONE)
                .build();
    }

    private float[][] words(String text) {
        breakOn(text);
        return Stream.of(text.split("[.:\\n]")).map(World::word).toArray(float[][]::new);
    }

    private void breakOn(String text) {
        if (unreadable.test(text)) {
            throw new StackOverflowError();
        }
    }

    private static float[] word(String word) {
        return WORDS.computeIfAbsent(word, World::direction);
    }

    private static float[] direction(String word) {
        Random random = new Random(word.toLowerCase(Locale.ROOT).hashCode());
        float[] vector = new float[WORD_DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Vectors.unit(vector);
    }

    /** Reads the panel's own sentences. */
    private final class Known implements Survey {
        @Override
        public List<PanelAnswer> ask(List<String> models, String question, int sample) {
            return models.stream()
                    .map(model -> answer(model, question, 1000 + sample))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<PanelAnswer> answer(String model, String question, int sample) {
            String prompt = "Give exactly 3 key points.\n\nQuestion: " + question;
            String text = chat.ask(new ChatRequest(
                            Purpose.OPINION, "panel", model, List.of(Message.user(prompt)), SAMPLING, sample))
                    .text();
            Optional<Opinion> parsed = OpinionParser.parse(text);
            askCounts.note(model, parsed.isPresent());
            return parsed.map(opinion -> {
                List<String> points =
                        opinion.points().stream().map(Opinion.KeyPoint::text).toList();
                return new PanelAnswer(
                        model, points, points.stream().map(this::shown).toList());
            });
        }

        private Set<String> shown(String point) {
            Set<String> shown = new TreeSet<>();
            sentences.forEach((sentence, dimension) -> {
                if (point.contains(sentence)) {
                    shown.add(dimension);
                }
            });
            return shown;
        }

        @Override
        public Set<String> values(String question) {
            return Set.of();
        }
    }

    /** A bag of words. */
    private final class Words implements SentenceEncoder {
        @Override
        public float[] encode(String text) {
            breakOn(text);
            float[] sum = new float[WORD_DIMENSIONS];
            for (String word : text.split("\\W+")) {
                float[] vector = word(word);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i];
                }
            }
            return Vectors.unit(sum);
        }

        @Override
        public int dimensions() {
            return WORD_DIMENSIONS;
        }

        @Override
        public String id() {
            return "words";
        }
    }
}
