package dev.valuecompass.recognition.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.embedding.CachingEncoder;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.recognition.Agreement;
import dev.valuecompass.recognition.Judgement;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.value.Theory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value system that a fork adds as a file is read by its definitions alone. */
class ZeroShotTest {
    private static final String SYSTEM = """
            id: craft
            name: Values of a Workshop
            summary: What matters to people who make things by hand.
            reading: descriptive
            elicitation: completion
            measures: all
            circular: false
            evolving: false
            sources: [made up for a test]
            dimensions:
              - id: thrift
                name: Thrift
                short-name: Thrift
                definition: Wasting nothing, mending what is broken, and making do with few means.
                keywords: [save, mend, reuse, waste nothing, repair, frugal, leftovers]
                opposite: There is plenty, so throw things away and buy new ones.
                source: made up
              - id: beauty
                name: Beauty
                short-name: Beauty
                definition: Making things lovely to look at, with grace, colour, ornament and harmony of form.
                keywords: [beautiful, elegant, ornament, colour, graceful, lovely, decorate]
                opposite: It does not matter what things look like.
                source: made up
              - id: punctuality
                name: Punctuality
                short-name: Punct
                definition: Being on time, delivering on the agreed day, and never letting others wait.
                keywords: [on time, deadline, schedule, prompt, early, appointment]
                opposite: It is done when it is done, and others can wait.
                source: made up
            """;
    private static final Map<String, List<String>> TEXTS = new TreeMap<>(Map.of(
            "thrift",
            List.of(
                    "She unpicked the old coat and made two children's jackets from what was left.",
                    "We keep every offcut, since something useful can be made of it.",
                    "He glued the cracked handle rather than buy another hammer."),
            "beauty",
            List.of(
                    "He carved vines along the edge, only because they please the eye.",
                    "The glaze had to glow like the evening sky, or she would not sell the bowl.",
                    "A chair should have fine proportions and a colour that gladdens the room."),
            "punctuality",
            List.of(
                    "The order was promised for Friday, so on Friday at eight it stood at the customer's door.",
                    "She set out an hour early in order that nobody had to wait for her.",
                    "Meeting the deadline comes before everything else here.")));

    @TempDir
    Path folder;

    @Test
    void tellsTheValuesOfASystemThatItNeverSaw() throws Exception {
        Files.createDirectories(folder.resolve("value-systems"));
        Files.writeString(folder.resolve("value-systems/craft.yml"), SYSTEM);
        DataFolder data = DataFolder.over(folder);
        Theory theory = Theory.load(data);
        try (E5Encoder encoder = new E5Encoder()) {
            EmbeddedRecognizer recognizer = new EmbeddedRecognizer(data, theory, new CachingEncoder(encoder, 1_000));
            List<Agreement.Pair> pairs = new ArrayList<>();
            List<String> dimensions = theory.system("craft").dimensionIds();
            TEXTS.forEach((value, texts) -> texts.forEach(text -> {
                Item item = EmbeddedRecognizerTest.item("craft", dimensions, "In the workshop");
                for (Judgement seen : recognizer
                        .recognize(item, EmbeddedRecognizerTest.prose(text))
                        .judgements()) {
                    boolean yes = seen.label() == Label.EXPRESSES;
                    double score = yes ? seen.strength() : 1 - seen.strength();
                    pairs.add(new Agreement.Pair(text, seen.dimension().equals(value), yes, score));
                }
            }));
            assertThat(pairs).hasSize(27);
            assertThat(Agreement.auc(pairs)).isGreaterThan(0.85);
        }
    }
}
