package dev.valuecompass.pipeline.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people and download actions put stores. */
class StoreFilesTest {
    @TempDir
    Path home;

    private StoreFiles stores;

    @BeforeEach
    void target() {
        stores = new StoreFiles("2026-11", home.resolve("runs/2026-11.sqlite"));
    }

    private Path store(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    @Test
    void aStoreIsNamedByItsFileItsFolderOrTheFolderAbove() throws IOException {
        Path store = store("shards/one/2026-11.sqlite");
        assertThat(stores.in(List.of(store))).containsExactly(store);
        assertThat(stores.in(List.of(home.resolve("shards/one")))).containsExactly(store);
        assertThat(stores.in(List.of(home.resolve("shards")))).containsExactly(store);
        assertThat(stores.in(List.of(home.resolve("shards"), store))).containsExactly(store);
    }

    /** A download of one artifact puts the store straight into the folder; a shell's * names what lies beside it too. */
    @Test
    void theFilesOfAFolderStandForItsStore() throws IOException {
        Path store = store("shards/2026-11.sqlite");
        Path vectors = store("shards/vectors.sqlite");
        Path log = store("shards/2026-11.sqlite-wal");
        assertThat(stores.in(List.of(store, log, vectors))).containsExactly(store);
        assertThat(stores.in(List.of(home.resolve("shards")))).containsExactly(store);
    }

    @Test
    void aStoreThatWasRenamedIsTakenWhenItIsNamed() throws IOException {
        Path one = store("shards/shard-1.sqlite");
        Path two = store("shards/shard-2.sqlite");
        assertThat(stores.in(List.of(one, two))).containsExactly(one, two);
    }

    @Test
    void theStoreOfAnotherPeriodIsNotTaken() throws IOException {
        Path other = store("shards/2026-10.sqlite");
        assertThatThrownBy(() -> stores.in(List.of(other))).hasMessageContaining("holds no run store of 2026-11");
        assertThatThrownBy(() -> stores.in(List.of(home.resolve("shards"))))
                .hasMessageContaining("stores there: 2026-10.sqlite");
    }
}
