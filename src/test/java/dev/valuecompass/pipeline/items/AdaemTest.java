package dev.valuecompass.pipeline.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.config.EvolutionFields;
import dev.valuecompass.io.Json;
import dev.valuecompass.items.adaem.AdaemResult;
import dev.valuecompass.items.adaem.Bandit;
import dev.valuecompass.items.adaem.ScoredQuestion;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Purpose;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an evolution goes on when its models or its process do not. */
@Tag("slow")
class AdaemTest {
    private static final int TOPICS = 6;
    private static final int BUDGET = 14;
    private static final Evolution SETTINGS = EvolutionFields.builder()
            .budget(BUDGET)
            .topics(TOPICS)
            .explore(3)
            .shots(5)
            .similarity(0.95)
            .nearest(3)
            .gain(0.5)
            .depth(3)
            .beta(1)
            .opinions(3)
            .temperature(1)
            .topP(0.95)
            .mostPerTopic(10)
            .build();

    @TempDir
    private Path folder;

    private static AdaemResult evolve(World world) {
        return world.evolve(SETTINGS, world.topics(TOPICS, 1), new Bandit(TOPICS), 1);
    }

    /** Answers that came are kept, and after so many the process is dead. */
    private static ChatModel mortal(ChatModel chat, Map<String, ChatResult> kept, AtomicInteger lives) {
        return request -> {
            String key = request.toString();
            ChatResult known = kept.get(key);
            if (known != null) {
                return known;
            }
            if (lives.getAndDecrement() <= 0) {
                throw new IllegalStateException("killed");
            }
            ChatResult result = chat.ask(request);
            kept.put(key, result);
            return result;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 117, 250})
    void killedAnywhereItGoesOnFromThereAndComesOutTheSame(int calls) {
        Map<String, ChatResult> whole = new ConcurrentHashMap<>();
        AdaemResult expected = evolve(
                World.shipped(folder, 1).through(chat -> mortal(chat, whole, new AtomicInteger(Integer.MAX_VALUE))));
        Map<String, ChatResult> kept = new ConcurrentHashMap<>();
        World killed = World.shipped(folder, 1).through(chat -> mortal(chat, kept, new AtomicInteger(calls)));
        assertThatThrownBy(() -> evolve(killed)).hasMessageContaining("killed");
        // Calls that were under way at the end may or may not have been kept.
        Map<String, ChatResult> saved = new ConcurrentHashMap<>(kept);
        AtomicInteger rest = new AtomicInteger(whole.size() - saved.size());
        AdaemResult resumed = evolve(World.shipped(folder, 1).through(chat -> mortal(chat, saved, rest)));

        assertThat(kept).hasSizeLessThanOrEqualTo(calls);
        assertThat(Json.line(resumed)).isEqualTo(Json.line(expected));
        assertThat(saved).as("nothing was asked that would not have been").hasSameSizeAs(whole);
    }

    @Test
    void aDeadModelIsNamedAndTheRestGoesOn() {
        World world = World.shipped(folder, 1)
                .through(chat -> request -> List.of("borealis-70b", "delta-pro").contains(request.model())
                        ? ChatResult.failed(Outcome.PROVIDER_ERROR, "HTTP 401")
                        : chat.ask(request));

        AdaemResult round = evolve(world);

        assertThat(round.pulls()).hasSize(BUDGET);
        assertThat(round.questions()).hasSizeGreaterThan(BUDGET);
        assertThat(round.questions()).extracting(ScoredQuestion::model).doesNotContain("borealis-70b");
        assertThat(world.askCounts().stream().filter(row -> row.silent()).map(row -> row.model()))
                .containsExactly("borealis-70b", "delta-pro");
    }

    @Test
    void whoWritesGarbageMakesNoItem() {
        World world = World.shipped(folder, 1)
                .through(chat -> request -> request.model().equals("aurora-mini") && !opinion(request.purpose())
                        ? ChatResult.answered("%PDF-1.4 <script>alert(1)</script> ???\u0007")
                        : chat.ask(request));

        AdaemResult round = evolve(world);

        assertThat(round.questions()).isNotEmpty();
        assertThat(round.questions()).extracting(ScoredQuestion::model).doesNotContain("aurora-mini");
        assertThat(round.questions()).allMatch(question -> !question.text().contains("script"));
    }

    @Test
    void aTextThatCannotBeReadMakesNoItemAndEndsNothing() {
        String broken = evolve(World.shipped(folder, 1))
                .questions()
                .get(0)
                .path()
                .get(0)
                .text();

        AdaemResult round = evolve(World.shipped(folder, 1).breakingOn(broken::equals));

        assertThat(round.pulls()).hasSize(BUDGET);
        assertThat(round.questions())
                .isNotEmpty()
                .noneMatch(question -> question.path().get(0).text().equals(broken));
    }

    /** Refinement compares word by word what models say; where that fails, a question stays as it was proposed. */
    @Test
    void answersThatCannotBeComparedEndNothing() {
        AdaemResult round = evolve(World.shipped(folder, 1).breakingOn(text -> text.contains("\n")));

        assertThat(round.questions())
                .isNotEmpty()
                .allMatch(question -> question.path().isEmpty());
    }

    private static boolean opinion(Purpose purpose) {
        return purpose == Purpose.OPINION;
    }

    /** When nobody makes sense, the budget is not wasted: eight pulls at once, then eight more, no pull after that. */
    @Test
    void fromGarbageAloneNothingComes() {
        World world = World.shipped(folder, 1).through(chat -> request -> ChatResult.answered("Lorem ipsum."));

        AdaemResult round = evolve(world);

        assertThat(round.questions()).isEmpty();
        assertThat(round.topics()).isEmpty();
        assertThat(round.pulls()).hasSizeLessThanOrEqualTo(16);
    }

    /** Each pull is one of the budget; what it gave and what is written down of it are the same, but for a second measurement. */
    @Test
    void pullsAndQuestionsAddUp() {
        AdaemResult round = evolve(World.shipped(folder, 1));

        assertThat(round.pulls().stream().limit(TOPICS).map(AdaemResult.Pull::topic))
                .doesNotHaveDuplicates();
        for (int pull = 1; pull <= BUDGET; pull++) {
            int number = pull;
            List<ScoredQuestion> made =
                    round.questions().stream().filter(q -> q.pull() == number).toList();
            AdaemResult.Pull told = round.pulls().get(pull - 1);
            assertThat(made).hasSize(told.questions()).allMatch(q -> q.topic().equals(told.topic()));
            assertThat(told.reward()).isEqualTo(made.isEmpty() ? 0 : AdaemResult.mean(made), within(0.02));
        }
        assertThat(round.questions()).extracting(ScoredQuestion::text).doesNotHaveDuplicates();
    }

    /** A form follows another only if it was worth more by over τ, and there are at most depth + 1 of them. */
    @Test
    void refinementOnlyClimbs() {
        for (ScoredQuestion question : evolve(World.shipped(folder, 1)).questions()) {
            assertThat(question.path()).hasSizeBetween(1, 4);
            assertThat(question.path().get(question.path().size() - 1).text()).isEqualTo(question.text());
            for (int i = 1; i < question.path().size(); i++) {
                assertThat(question.path().get(i).value())
                        .isGreaterThan(question.path().get(i - 1).value() + 0.5);
            }
        }
    }
}
