package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.ConfigException;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.RecognizerKind;
import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.embedding.StoredEncoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.recognition.ContainedRecognizer;
import dev.valuecompass.recognition.MeasuredQuality;
import dev.valuecompass.recognition.RecognizerCard;
import dev.valuecompass.recognition.ValueRecognizer;
import dev.valuecompass.recognition.embedded.EmbeddedRecognizer;
import dev.valuecompass.recognition.llm.ClaveRecognizer;
import dev.valuecompass.recognition.llm.DirectRecognizer;
import dev.valuecompass.recognition.llm.Judge;
import dev.valuecompass.value.Theory;
import java.nio.file.Path;
import java.util.List;

/** The recognisers there are. */
public final class Recognizers {
    /** Name of the file, in the folder of runs, in which sentence vectors are kept. */
    public static final String VECTORS = "vectors.sqlite";

    /** Vectors kept; with their texts about 120 MB. */
    private static final int CACHE = 60_000;

    private Recognizers() {}

    /**
     * The recogniser that the leaderboard names.
     *
     * @param vectors file in which sentence vectors are kept from run to run
     * @throws ConfigException when a model that it asks is not an examinee
     */
    static ValueRecognizer open(
            LeaderboardConfig leaderboard, DataFolder data, Theory theory, ChatModel chat, Path vectors) {
        return open(leaderboard.roles().recognizer(), leaderboard, data, theory, chat, vectors);
    }

    /** The same, which keeps no vectors: for a look at whether it can be opened. */
    static ValueRecognizer unstored(LeaderboardConfig leaderboard, DataFolder data, Theory theory, ChatModel chat) {
        return leaderboard.roles().recognizer() == RecognizerKind.EMBEDDED
                ? embedded(data, theory)
                : open(leaderboard, data, theory, chat, Path.of(VECTORS));
    }

    /** The one of this kind, whichever the leaderboard names; the models that it asks are those of the leaderboard's roles. */
    public static ValueRecognizer open(
            RecognizerKind kind,
            LeaderboardConfig leaderboard,
            DataFolder data,
            Theory theory,
            ChatModel chat,
            Path vectors) {
        return switch (kind) {
            case EMBEDDED -> embedded(data, theory, vectors);
            case DIRECT -> direct(leaderboard, data, theory, chat);
            case LLM -> clave(leaderboard, data, theory, chat);
        };
    }

    /** What is known of an opened recogniser, on labels of people too. */
    public static RecognizerCard card(ValueRecognizer recognizer, DataFolder data) {
        RecognizerCard card = recognizer.card();
        return card.with(MeasuredQuality.byPeople(data, card.id(), holdsFor(card, data)));
    }

    /** What a measurement of a recogniser holds for, in {@link MeasuredQuality}. */
    public static String holdsFor(RecognizerCard card, DataFolder data) {
        return card.id().equals(EmbeddedRecognizer.ID) ? EmbeddedRecognizer.measuredAs(data) : card.version();
    }

    /** The one that needs no model to ask. */
    public static ValueRecognizer embedded(DataFolder data, Theory theory) {
        return ContainedRecognizer.of(new EmbeddedRecognizer(data, theory, new CachingEncoder(new E5Encoder(), CACHE)));
    }

    /** The same, which looks sentences up in a file before it encodes them. */
    public static ValueRecognizer embedded(DataFolder data, Theory theory, Path vectors) {
        StoredEncoder stored = new StoredEncoder(new E5Encoder(), vectors);
        return ContainedRecognizer.of(
                new EmbeddedRecognizer(data, theory, new CachingEncoder(stored, CACHE), stored::close));
    }

    private static ValueRecognizer direct(
            LeaderboardConfig leaderboard, DataFolder data, Theory theory, ChatModel chat) {
        Examinee judge = model(leaderboard, leaderboard.roles().judge(), "the recognizer 'direct' needs a judge");
        return ContainedRecognizer.of(new DirectRecognizer(
                data, theory, judge(leaderboard, judge, chat), relatives(leaderboard, List.of(judge))));
    }

    private static ValueRecognizer clave(
            LeaderboardConfig leaderboard, DataFolder data, Theory theory, ChatModel chat) {
        Examinee large = model(
                leaderboard, leaderboard.roles().conceptExtractor(), "the recognizer 'llm' needs a concept-extractor");
        Examinee small = model(leaderboard, leaderboard.roles().judge(), "the recognizer 'llm' needs a judge");
        ClaveRecognizer.Models models =
                new ClaveRecognizer.Models(judge(leaderboard, large, chat), judge(leaderboard, small, chat));
        return ContainedRecognizer.of(
                new ClaveRecognizer(data, theory, models, relatives(leaderboard, List.of(large, small))));
    }

    private static Judge judge(LeaderboardConfig leaderboard, Examinee model, ChatModel chat) {
        return new Judge(model, chat, leaderboard.roles().judgeMaxTokens());
    }

    /** A judge is always named: never is the model under test asked about itself for want of another. */
    private static Examinee model(LeaderboardConfig leaderboard, String id, String missing) {
        List<String> known = leaderboard.examinees().stream().map(Examinee::id).toList();
        return leaderboard.examinees().stream()
                .filter(examinee -> examinee.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        wrong(id.isEmpty() ? missing : "unknown judge '" + id + "'", NearestName.remedy(id, known)));
    }

    private static List<String> relatives(LeaderboardConfig leaderboard, List<Examinee> judges) {
        List<String> families = judges.stream().map(Examinee::family).toList();
        return leaderboard.examinees().stream()
                .filter(examinee -> families.contains(examinee.family()))
                .map(Examinee::id)
                .toList();
    }

    private static ConfigException wrong(String what, String fix) {
        return new ConfigException(List.of(new Defect("leaderboard.yml: roles", what, fix)));
    }
}
