package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may change between two runs of a period, and what may not without saying so. */
@Tag("slow")
class ResumeTest {
    private static final int ITEMS = ProviderRun.ITEMS;

    @TempDir
    Path home;

    private void begin(ProviderRun provider) throws IOException {
        provider.configure(List.of("one", "two"), ITEMS, "");
        provider.run("run");
        assertThat(provider.asked()).isEqualTo(2 * ITEMS);
    }

    @Test
    void r10MoreModelsAndMoreItemsAskOnlyWhatIsNew() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            begin(provider);
            provider.configure(List.of("one", "two", "three"), ITEMS, "").run("run");
            assertThat(provider.asked()).isEqualTo(3 * ITEMS);
            provider.configure(List.of("two"), ITEMS, "").run("run");
            assertThat(provider.asked()).isEqualTo(3 * ITEMS);
            CommandLineRun more =
                    provider.configure(List.of("two"), ITEMS + 10, "").run("run");
            assertThat(more.err()).doesNotContain("--accept-changes");
            assertThat(provider.asked()).isBetween(3 * ITEMS + 10, 4 * ITEMS + 10);
        }
    }

    @Test
    void r10OtherParametersAreRefusedWithTheDifferenceBeforeAnythingIsSent() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            begin(provider);
            provider.configure(List.of("one", "two"), ITEMS, "  temperature: 0.5\n");
            CommandLineRun refused = provider.run("run");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("model one was one at ")
                    .contains("with {\"max_tokens\":300} and is one at ")
                    .contains("\"temperature\":0.5")
                    .contains("--accept-changes")
                    .contains("2 mistakes");
            assertThat(provider.asked()).isEqualTo(2 * ITEMS);

            provider.run("run", "--accept-changes");
            assertThat(provider.asked()).isEqualTo(4 * ITEMS);
            assertThat(provider.run("run").err()).doesNotContain("--accept-changes");
            assertThat(provider.asked()).isEqualTo(4 * ITEMS);
        }
    }

    @Test
    void r10AnotherPromptIsRefusedAndTheOldOneCostsNothing() throws IOException {
        try (ProviderRun provider = new ProviderRun(home, 0)) {
            begin(provider);
            Path prompt = home.resolve("data/prompts/opinion-schwartz.md");
            Files.createDirectories(prompt.getParent());
            Files.writeString(prompt, "What do you think of this in {{points}} points?\n{{item}}\n");
            CommandLineRun refused = provider.run("run");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("prompt schwartz was ").contains("1 mistake");
            Files.delete(prompt);
            provider.run("run");
            assertThat(provider.asked()).isEqualTo(2 * ITEMS);
        }
    }
}
