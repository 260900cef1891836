package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.llm.ChatResult;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that an earlier version stored without their first letters are asked again; no other is. */
class FormerSplitTest {
    private static final String ANSWER = "Stance: Yes\n1. Everybody should be free to choose.\n2. İyi bir nokta.";

    @TempDir
    Path folder;

    private static ChatResult result(String text, String reasoning) {
        return new ChatResult(Outcome.ANSWERED, text, reasoning, "m", Usage.UNKNOWN, List.of(), "", false);
    }

    /** As it was done: the end is looked for in small letters, and its place taken for one in the text. */
    private static ChatResult formerly(String start, String thoughts, String end) {
        String content = start + thoughts + end + ANSWER;
        int close = content.toLowerCase(Locale.ROOT).indexOf(end);
        return result(
                content.substring(close + end.length()).strip(),
                content.substring(start.length(), close).strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 25, 40})
    void itIsKnownAgainHoweverManyLettersAreLost(int letters) {
        String thoughts = "The word " + "İ, ".repeat(letters) + "and so on.";

        assertThat(FormerSplit.damaged(formerly("<think>", thoughts, "</think>").json()))
                .isTrue();
        assertThat(FormerSplit.damaged(
                        formerly("<thinking>", thoughts, "</thinking>").json()))
                .isTrue();
        assertThat(FormerSplit.damaged(formerly("", thoughts, "</think>").json()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no such letter <", "İ", "İ < 3", "İki </think> is a mark", "a </think>", "if x<y: İİ"})
    void soundOnesStay(String thoughts) {
        assertThat(FormerSplit.damaged(result(ANSWER, thoughts).json())).isFalse();
    }

    @Test
    void theStoreHasNoAnswerThenAndTakesTheNextOne() {
        try (RunStore store = RunStore.open(folder.resolve("run.db"))) {
            store.save(RunStoreTest.key(1), formerly("<think>", "İstanbul", "</think>"));
        }
        try (RunStore store = RunStore.open(folder.resolve("run.db"))) {
            assertThat(store.find(RunStoreTest.key(1))).isEmpty();

            store.save(RunStoreTest.key(1), result(ANSWER, "İstanbul"));
            assertThat(store.find(RunStoreTest.key(1)).orElseThrow().text()).isEqualTo(ANSWER);
        }
    }

    @Test
    void aUnionLeavesItOutWhicheverWayItIsMade() {
        Path cut = store("cut.db", formerly("<think>", "İstanbul", "</think>"));
        Path whole = store("whole.db", result(ANSWER, "İstanbul"));

        assertThat(merged(whole, cut).damaged()).isEqualTo(1);
        assertThat(merged(cut, whole).added()).isEqualTo(1);
    }

    private Path store(String name, ChatResult end) {
        Path file = folder.resolve(name);
        try (RunStore store = RunStore.open(file)) {
            store.save(RunStoreTest.key(1), end);
        }
        return file;
    }

    /** Adds a store to another one, which has the whole answer then and is found undamaged when it is opened again. */
    private static Contribution.Added merged(Path into, Path from) {
        Contribution.Added added;
        try (RunStore store = RunStore.open(into)) {
            added = store.addAll(List.of(new Contribution(from, Admission.FREE)), Optional.empty())
                    .get(0);
        }
        try (RunStore store = RunStore.open(into)) {
            assertThat(store.find(RunStoreTest.key(1)).orElseThrow().text()).isEqualTo(ANSWER);
        }
        return added;
    }
}
