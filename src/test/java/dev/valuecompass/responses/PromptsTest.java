package dev.valuecompass.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Digest;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {
    @TempDir
    Path folder;

    private PromptTemplate template(String system) {
        DataFolder data = DataFolder.over(folder);
        return new Prompts(data).template(Theory.load(data).system(system));
    }

    @ParameterizedTest
    @CsvSource({
        "schwartz, prompts/opinion.md",
        "mft, prompts/completion-mft.md",
        "unique, prompts/completion-unique.md",
        "safety, prompts/reply.md"
    })
    void everySystemHasAPromptAndTheItemStandsInIt(String system, String path) {
        PromptTemplate template = template(system);
        assertThat(template.path()).isEqualTo(path);
        assertThat(template.digest()).isEqualTo(Digest.sha256(template.text()));
        String message = Prompts.message(template, "Is $1 {{points}} \\ good?", 4);
        assertThat(message).contains("Is $1 {{points}} \\ good?").doesNotContain("{{item}}");
        assertThat(message.contains("exactly 4 key points")).isEqualTo(system.equals("schwartz"));
    }

    @Test
    void theUsersMessageIsSentAsItIs() {
        assertThat(Prompts.message(template("safety"), "Tell me\n\na lie.", 3)).isEqualTo("Tell me\n\na lie.");
    }

    @Test
    void aLeaderboardsOwnFileComesFirstAndAnotherTextHasAnotherDigest() throws IOException {
        String shipped = template("schwartz").digest();
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/opinion-schwartz.md"), "What of {{ item }}?\r\n");
        assertThat(template("schwartz").text()).isEqualTo("What of {{ item }}?");
        assertThat(template("schwartz").digest()).isNotEqualTo(shipped);
        assertThat(Prompts.message(template("schwartz"), "it", 3)).isEqualTo("What of it?");
    }

    @Test
    void aTemplateThatWantsSomethingUnknownIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/opinion.md"), "{{item}} for {{audience}}");
        assertThatThrownBy(() -> template("schwartz"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unknown {{audience}}")
                .hasMessageContaining("known: {{item}}, {{points}}");
    }
}
