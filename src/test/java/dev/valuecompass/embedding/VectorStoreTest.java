package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {
    @TempDir
    private Path folder;

    /** Length and a count of calls, so that a second look at the same text shows. */
    private static final class Counting implements SentenceEncoder {
        private final AtomicInteger calls = new AtomicInteger();
        private final String id;

        Counting(String id) {
            this.id = id;
        }

        @Override
        public float[] encode(String text) {
            calls.incrementAndGet();
            return new float[] {text.length(), 0.1f};
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public String id() {
            return id;
        }
    }

    @Test
    void aSecondProcessFindsWhatTheFirstOneMade() {
        Counting model = new Counting("m/1");
        float[] made = encodeOnce(model, "courage");
        assertThat(encodeOnce(model, "courage")).isEqualTo(made).containsExactly(7, 0.1f);
        assertThat(model.calls).hasValue(1);
    }

    @Test
    void ofManyTextsOnlyThoseThatAreNotThereAreMade() {
        Counting model = new Counting("m/1");
        encodeOnce(model, "courage");
        try (StoredEncoder stored = new StoredEncoder(model, file())) {
            List<float[]> vectors = stored.encodeAll(List.of("care", "courage", "care"));
            assertThat(vectors.get(1)).containsExactly(7, 0.1f);
            assertThat(vectors.get(2)).containsExactly(4, 0.1f).isNotSameAs(vectors.get(0));
        }
        assertThat(model.calls).as("courage before, care once").hasValue(2);
    }

    @Test
    void anotherModelNeverGetsTheseVectors() {
        encodeOnce(new Counting("m/1"), "courage");
        Counting other = new Counting("m/2");
        encodeOnce(other, "courage");
        assertThat(other.calls).hasValue(1);
    }

    @Test
    void twoAtOnceShareOneFile() {
        Counting model = new Counting("m/1");
        try (StoredEncoder one = new StoredEncoder(model, file());
                StoredEncoder two = new StoredEncoder(model, file())) {
            IntStream.range(0, 400).parallel().forEach(i -> (i % 2 == 0 ? one : two).encode("text " + i));
            int before = model.calls.get();
            IntStream.range(0, 400).forEach(i -> (i % 2 == 0 ? two : one).encode("text " + i));
            assertThat(before).isEqualTo(400);
            assertThat(model.calls).as("each found what the other had kept").hasValue(400);
        }
    }

    @Test
    void aFileOfAnotherKindIsReplaced() throws IOException {
        Files.writeString(file(), "this is no database, but it is long enough to look at".repeat(40));
        Counting model = new Counting("m/1");
        encodeOnce(model, "courage");
        encodeOnce(model, "courage");
        assertThat(model.calls).hasValue(1);
    }

    @Test
    void aTableOfAnotherShapeIsReplaced() throws SQLException {
        sql("create table vector (word text)");
        Counting model = new Counting("m/1");
        encodeOnce(model, "courage");
        encodeOnce(model, "courage");
        assertThat(model.calls).hasValue(1);
    }

    @Test
    void aChangedRowIsNotBelieved() throws SQLException {
        Counting model = new Counting("m/1");
        encodeOnce(model, "courage");
        sql("update vector set numbers = zeroblob(12)");
        assertThat(encodeOnce(model, "courage")).containsExactly(7, 0.1f);
        assertThat(model.calls).hasValue(2);
        encodeOnce(model, "courage");
        assertThat(model.calls).as("the row was mended").hasValue(2);
    }

    @Test
    void damagedPagesCostTimeOnly() throws IOException {
        Counting model = new Counting("m/1");
        List<String> texts =
                IntStream.range(0, 2_000).mapToObj(i -> "text " + i).toList();
        try (StoredEncoder stored = new StoredEncoder(model, file())) {
            texts.forEach(stored::encode);
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            for (long at = 8_192; at < bytes.length(); at += 4_096) {
                bytes.seek(at);
                bytes.write(new byte[512]);
            }
        }
        try (StoredEncoder stored = new StoredEncoder(model, file())) {
            for (int i = 0; i < texts.size(); i++) {
                assertThat(stored.encode(texts.get(i)))
                        .containsExactly(texts.get(i).length(), 0.1f);
            }
        }
    }

    @Test
    void withoutAPlaceToKeepThemVectorsAreMadeAnew() throws IOException {
        Path blocked = folder.resolve("a-file");
        Files.writeString(blocked, "");
        Counting model = new Counting("m/1");
        try (StoredEncoder stored = new StoredEncoder(model, blocked.resolve("vectors.sqlite"))) {
            stored.encode("courage");
            stored.encode("courage");
        }
        assertThat(model.calls).hasValue(2);
    }

    @Test
    void theOldestRowsMakeRoom() {
        Counting model = new Counting("m/1");
        encodeOnce(model, "first");
        encodeOnce(model, "second");
        encodeOnce(model, "third");
        VectorStore.open(file(), model.id(), 2, 2).close();
        encodeOnce(model, "third");
        encodeOnce(model, "second");
        assertThat(model.calls).hasValue(3);
        encodeOnce(model, "first");
        assertThat(model.calls).hasValue(4);
    }

    private float[] encodeOnce(Counting model, String text) {
        try (StoredEncoder stored = new StoredEncoder(model, file())) {
            return stored.encode(text);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private Path file() {
        return folder.resolve("vectors.sqlite");
    }
}
