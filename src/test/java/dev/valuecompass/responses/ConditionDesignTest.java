package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.config.AnswerSampling;
import dev.valuecompass.config.ConditionPlan;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.Provenance;
import dev.valuecompass.llm.ChatRequest;
import dev.valuecompass.llm.Message;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models are asked under other conditions. */
class ConditionDesignTest {
    @TempDir
    Path folder;

    private static ConditionPlan plan(int wordings, List<ConditionPlan.Persona> personas, String... languages) {
        return new ConditionPlan(3, 2, wordings, personas, List.of(languages));
    }

    private ConditionDesign design(ConditionPlan plan, String system) {
        return design(plan, system, Map.of());
    }

    private ConditionDesign design(ConditionPlan plan, String system, Map<String, String> translations) {
        DataFolder data = DataFolder.over(folder);
        ValueSystem values = Theory.load(data).system(system);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            items.add(new Item(
                    "q" + i,
                    system,
                    values.dimensionIds(),
                    "work",
                    "Is it " + i + "?",
                    false,
                    new Provenance("pool", "", "", "", "", Map.of())));
        }
        LeaderboardConfig board = new LeaderboardConfig(
                null, List.of(), List.of(), null, List.of(), new AnswerSampling(0.7, null, 512, 1, 3), null);
        return ConditionDesign.of(plan, board, data, values, items, Map.of("zh", translations));
    }

    private static Examinee examinee(String prompt) {
        return ExamineeFields.builder()
                .id("a")
                .name("A")
                .endpoint("e")
                .model("a")
                .developer("D")
                .country("")
                .family("a")
                .open(true)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website("")
                .settings(new Examinee.Settings(Map.of(), prompt))
                .build();
    }

    /** Three questions, evenly taken, each in three wordings and twice: the request itself carries the condition. */
    @Test
    void everyQuestionIsPutInEveryWording() {
        List<ChatRequest> requests = design(plan(2, List.of()), "schwartz").requests(examinee(""));
        assertThat(requests).hasSize(3 * 3 * 2);
        assertThat(new HashSet<>(requests.stream().map(ChatRequest::messages).toList()))
                .hasSize(9);
        assertThat(requests.get(0).messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content())
                        .startsWith("Below is a question")
                        .endsWith("Question: Is it 0?"));
        assertThat(requests.get(6).messages().get(0).content()).startsWith("Question: Is it 0?");
        assertThat(requests.get(16).messages().get(0).content()).contains("Is it 4?");
        assertThat(requests.get(17).sample()).isEqualTo(1);
    }

    /** Three wordings of each prompt are shipped, and each shows the item. */
    @Test
    void shippedWordingsAreThere() {
        for (String system : List.of("schwartz", "mft", "unique", "safety")) {
            ConditionDesign design = design(plan(3, List.of()), system);
            assertThat(new HashSet<>(design.conditions().stream()
                            .map(one -> one.digest(design.items()))
                            .toList()))
                    .as(system)
                    .hasSize(4);
        }
    }

    @Test
    void personaStandsAfterTheModelsOwnSystemPrompt() {
        ConditionPlan nurse = plan(0, List.of(new ConditionPlan.Persona("nurse", "You are a nurse.")));
        List<ChatRequest> bare = design(nurse, "schwartz").requests(examinee(""));
        assertThat(bare.get(5).messages()).hasSize(1);
        assertThat(bare.get(6).messages().get(0)).isEqualTo(Message.system("You are a nurse."));
        List<ChatRequest> own = design(nurse, "schwartz").requests(examinee("Be brief."));
        assertThat(own.get(0).messages().get(0)).isEqualTo(Message.system("Be brief."));
        assertThat(own.get(6).messages().get(0)).isEqualTo(Message.system("Be brief.\n\nYou are a nurse."));
    }

    /** Only what is translated is asked in the language. */
    @Test
    void translatedQuestionsAreAskedInTheLanguage() {
        Map<String, String> translations = Map.of("q0", "是零吗？", "q4", "是四吗？");
        ConditionDesign design = design(plan(0, List.of(), "zh"), "schwartz", translations);
        List<ChatRequest> requests = design.requests(examinee(""));
        assertThat(requests).hasSize(3 * 2 + 2 * 2);
        assertThat(requests.get(9).messages().get(0).content())
                .startsWith("下面是一个")
                .endsWith("Question: 是四吗？");
        assertThat(design.conditions().get(1).digest(design.items()))
                .isNotEqualTo(design(plan(0, List.of(), "zh"), "schwartz", Map.of("q0", "是零吗？", "q4", "是4吗？"))
                        .conditions()
                        .get(1)
                        .digest(design.items()));
    }

    @Test
    void whatIsMissingIsNamedWithItsPlace() {
        assertThatThrownBy(() -> design(plan(4, List.of()), "schwartz"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("opinion-4.md")
                .hasMessageContaining("there is no wording 4 of the prompt of 'schwartz'");
        assertThatThrownBy(() -> design(plan(0, List.of(), "de"), "schwartz"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("prompts/de/opinion.md");
        assertThatThrownBy(() -> design(plan(0, List.of(), "zh"), "schwartz", Map.of("q0", "是零吗？")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("translates fewer than two of the 3 questions of 'schwartz'")
                .hasMessageContaining("not translated: q2, q4");
    }
}
