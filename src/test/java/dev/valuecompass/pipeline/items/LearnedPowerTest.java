package dev.valuecompass.pipeline.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.items.generator.CrossValidation;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.items.generator.PowerModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether an item's power can be foretold from its words, in worlds in which it can and cannot. */
@Tag("slow")
class LearnedPowerTest {
    private static final int TOPICS = 40;
    private static final int FORMS = 3;
    /** Half of what is put to the topics; one kind of circumstance, so that what matters is like what matters. */
    private static final List<String> PARTING = List.of(
            "among recent immigrants",
            "among soldiers",
            "among teenagers",
            "among monks",
            "among farmers",
            "among nurses",
            "among pensioners",
            "among fishermen");

    private static final List<String> IDLE = List.of(
            "after a stock market crash",
            "while prices double",
            "during a heat wave",
            "after the flood of 2024",
            "if savings are at stake",
            "if it is only a trial",
            "on a cargo ship",
            "at a research station");

    private static final E5Encoder ENCODER = new E5Encoder();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    /**
     * Where models part among some people and nowhere else, whatever the subject, words tell it: the regression knows more of
     * topics that it has not seen than the mean does. Its bar lies below a wish that nothing reaches.
     */
    @Test
    void whereWordsDecideItIsForetold() throws IOException {
        PowerModel model = learned(PARTING);
        CrossValidation error = model.error("security");

        assertThat(error.n()).isEqualTo(TOPICS * FORMS);
        assertThat(error.explained()).isGreaterThan(0.1);
        assertThat(error.rmse()).isLessThan(error.meanRmse());
        assertThat(error.spearman()).isGreaterThan(0.3);
        assertThat(model.bar("security", 0.99)).isEqualTo(error.reach()).isLessThan(0.99);
        assertThat(model.bar("security", 0.01)).isEqualTo(0.01);
        assertThat(model.predict("Should rents be capped among farmers?", "security"))
                .isGreaterThan(model.predict("Should rents be capped during a heat wave?", "security"));
    }

    /** Where models part in circumstances that no question names, there is nothing to learn, and the error says so. */
    @Test
    void whereChanceDecidesItIsNot() throws IOException {
        assertThat(learned(List.of("beyond the moon")).error("security").explained())
                .isLessThan(0.1);
    }

    private PowerModel learned(List<String> parting) throws IOException {
        World world = world(parting);
        Random random = new Random(7);
        List<MeasuredItem> measured = new ArrayList<>();
        for (Item topic : world.topics(TOPICS, 1)) {
            for (int form = 0; form < FORMS; form++) {
                List<String> kind = random.nextBoolean() ? PARTING : IDLE;
                String text = topic.text().replaceAll("\\?$", "") + " " + kind.get(random.nextInt(kind.size())) + "?";
                Provenance from = new Provenance("adaem", topic.id(), "", "", "", Map.of());
                measured.add(new MeasuredItem(
                        new Item(topic.id() + "-" + form, "schwartz", world.dimensions(), "", text, false, from),
                        Map.of("security", power(world, text))));
            }
        }
        return PowerModel.learn(new CachingEncoder(ENCODER, 1000), measured).orElseThrow();
    }

    /** Normalised entropy over the twelve models, of showing the value or not. */
    private static double power(World world, String question) {
        double share = World.MODELS.stream()
                        .filter(model -> world.evaluated(model, question).contains("security"))
                        .count()
                / (double) World.MODELS.size();
        return share == 0 || share == 1
                ? 0
                : -(share * Math.log(share) + (1 - share) * Math.log(1 - share)) / Math.log(3);
    }

    /** Every second model turns to security where the others turn away from it. */
    private World world(List<String> parting) throws IOException {
        StringBuilder yaml = new StringBuilder("agreement: 0.97\ncontexts:\n  - about: []\n    where: [\"")
                .append(String.join("\", \"", parting))
                .append("\"]\n    models:\n");
        Map<String, Boolean> turns = new TreeMap<>();
        World.MODELS.forEach(model -> turns.put(model, turns.size() % 2 == 0));
        turns.forEach((model, toward) -> yaml.append("      ")
                .append(model)
                .append(": {schwartz: {security: ")
                .append(toward ? "0.95" : "0.03")
                .append("}}\n"));
        yaml.append("models:\n");
        World.MODELS.forEach(model -> yaml.append("  - {model: ")
                .append(model)
                .append(
                        ", family: f, style: plain, odd: 0.01, values: {schwartz: {self-direction: 0.4, stimulation: 0.2,"
                                + " hedonism: 0.2, achievement: 0.2, power: 0.1, security: 0.3, tradition: 0.2, conformity: 0.2,"
                                + " benevolence: 0.5, universalism: 0.4}}}\n"));
        Files.createDirectories(folder.resolve("simulated"));
        Files.writeString(folder.resolve("simulated/parting.yml"), yaml);
        return new World(DataFolder.over(folder), "simulated/parting.yml", 1);
    }
}
