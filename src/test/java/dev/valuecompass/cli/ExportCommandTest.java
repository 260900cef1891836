package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import dev.valuecompass.snapshot.store.PeriodStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path home;

    private CommandLineRun export(PeriodRecord record, String format) {
        new PeriodStore(home.resolve("data")).write(record);
        return CommandLineRun.of(
                home,
                "export",
                format,
                record.snapshot().period(),
                "--to",
                home.resolve("out").toString());
    }

    @Test
    void conceptsBecomeLinesForEachSystem() throws Exception {
        CommandLineRun run = export(SamplePeriod.withConcepts("llm"), "concepts");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("concepts, 0 of them labelled by people");
        assertThat(Files.readAllLines(home.resolve("out/toy.jsonl")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("\"concept\":\"an agreement\"", "\"words\":\"Yes\"", "\"by\":\"machine\""));
    }

    @Test
    void aPeriodWithoutConceptsSaysWhoFindsThem() {
        CommandLineRun run = export(SamplePeriod.proven(), "concepts");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no published answer has a concept", "only the recogniser llm");
        assertThat(home.resolve("out")).doesNotExist();
    }

    @Test
    void anUnknownFormatIsNamedWithThoseThatThereAre() {
        CommandLineRun run = export(SamplePeriod.proven(), "concept");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("unknown format 'concept', known: every-eval-ever, concepts");
    }
}
