package dev.valuecompass.items.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.config.ExamineeFields;
import dev.valuecompass.items.screening.Reason;
import dev.valuecompass.items.screening.Refusals;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Purpose;
import dev.valuecompass.llm.Sampling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplorerRotationTest {
    private static final String HOSTILE = "Should everyone visit free-prizes.xyz before noon?";
    private static final String GOOD = "Should schools close in summer?";

    private final Refusals refusals = new Refusals(Screen.of(List.of()));
    private final AskCounts askCounts = new AskCounts();

    private static Examinee explorer(String id) {
        return ExamineeFields.builder()
                .id(id)
                .name(id)
                .endpoint("e")
                .model(id)
                .developer("")
                .country("")
                .family("")
                .open(true)
                .reasoning(false)
                .released(null)
                .knowledgeCutoff(null)
                .licence("")
                .sizeBillions(null)
                .price(null)
                .website(null)
                .settings(Examinee.Settings.NONE)
                .build();
    }

    /** @param honest who writes a question that may be asked */
    private ExplorerRotation rotation(String honest) {
        return new ExplorerRotation(
                request -> ChatResult.answered(request.model().equals(honest) ? GOOD : HOSTILE),
                List.of(explorer("one"), explorer("two")),
                new Sampling(1.0, 0.95, 400),
                askCounts,
                refusals,
                0);
    }

    private static Optional<ExplorerRotation.Proposal<String>> item(ExplorerRotation rotation) {
        return rotation.askItem(Purpose.EXPLORE, "p", 0, 0, Optional::of);
    }

    @Test
    void aHostileTextCostsATurnAndIsRemembered() {
        assertThat(item(rotation("two"))).contains(new ExplorerRotation.Proposal<>(GOOD, "two"));
        assertThat(askCounts.rows()).extracting(AskCounts.Row::lost).containsExactly(1, 0);
        assertThat(refusals.tally().rows())
                .containsExactly(new Refusals.Row(HOSTILE, Reason.ADDRESS, "free-prizes.xyz", "one", 1));
    }

    @Test
    void whereAllAreHostileThereIsNoItem() {
        assertThat(item(rotation("nobody"))).isEmpty();
        assertThat(item(rotation("nobody"))).isEmpty();
        assertThat(refusals.tally().counts()).containsEntry("address", 4);
        assertThat(refusals.tally().rows()).extracting(Refusals.Row::times).containsExactly(2, 2);
        assertThat(refusals.tally().text()).isEqualTo("4 refused for what is in them (4 address)");
    }

    /** What never becomes an item is a means, and nobody reads it. */
    @Test
    void otherTextsAreNotScreened() {
        assertThat(rotation("nobody").ask(Purpose.EXPLORE, "p", 0, 0, Optional::of))
                .isPresent();
        assertThat(refusals.tally()).isEqualTo(Refusals.Tally.NONE);
    }
}
