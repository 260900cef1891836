package dev.valuecompass.site.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.site.write.SiteMark.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteMarkTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000);
    private static final Inputs INPUTS = new Inputs("a".repeat(64), LONG_AGO);

    @TempDir
    Path out;

    private SiteMark mark;

    @BeforeEach
    void site() throws IOException {
        try (OutputTree tree = new OutputTree(out)) {
            tree.write("index.html", "one");
            tree.write("models/a.html", "two");
            tree.finish();
        }
        mark = new SiteMark(out);
        mark.set(INPUTS);
    }

    @Test
    void standsForTheSameInputsAndFiles() throws IOException {
        Files.writeString(out.resolve("CNAME"), "somebody else's");
        assertThat(mark.stands(INPUTS)).isTrue();
        assertThat(Files.readAllLines(out.resolve(SiteMark.FILE)))
                .as("no time of day lies in what is published")
                .hasSize(2)
                .allMatch(line -> line.matches("[0-9a-f]{64}"));
    }

    @Test
    void fallsWithOtherInputsOrOnesWrittenLater() {
        assertThat(mark.stands(new Inputs("b".repeat(64), LONG_AGO))).isFalse();
        assertThat(mark.stands(new Inputs(INPUTS.digest(), FileTime.fromMillis(Long.MAX_VALUE))))
                .isFalse();
    }

    @Test
    void fallsWithAFileThatIsGone() throws IOException {
        Files.delete(out.resolve("models/a.html"));
        assertThat(mark.stands(INPUTS)).isFalse();
    }

    @Test
    void fallsWithAFileOfAnotherSizeHoweverOld() throws IOException {
        Files.writeString(out.resolve("index.html"), "longer");
        Files.setLastModifiedTime(out.resolve("index.html"), LONG_AGO);
        assertThat(mark.stands(INPUTS)).isFalse();
    }

    @Test
    void fallsWithAYoungerFileOfTheSameSize() throws IOException {
        Files.writeString(out.resolve("index.html"), "eno");
        Files.setLastModifiedTime(out.resolve("index.html"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertThat(mark.stands(INPUTS)).isFalse();
    }

    @Test
    void fallsWhenTheSiteIsBegunAnewAndIsAbsentAtFirst() throws IOException {
        mark.clear();
        assertThat(mark.stands(INPUTS)).isFalse();
        assertThat(new SiteMark(out.resolve("nowhere")).stands(INPUTS)).isFalse();
        mark.set(INPUTS);
        Files.delete(out.resolve(OutputTree.MANIFEST));
        assertThat(mark.stands(INPUTS)).isFalse();
    }
}
