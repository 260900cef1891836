package dev.valuecompass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.pipeline.setup.Scaffold;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do to the file that {@code init} writes: each mistake is named with its line and with what to do. */
class TypicalMistakesTest {
    @TempDir
    private Path folder;

    /** Columns: what is replaced, by what, how many lines below it one is named, a part of what is said to do. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `  name: My`                   | `\\tname: My`                        | 0  | indent with blanks
            `  temperature: 1.0`           | `\u00a0 temperature: 1.0`          | 0  | space bar
            `name: My Value Leaderboard`   | `name: \u201cMine\u201d: values` | 0  | straight quotes
            `name: My`                     | `name:My`                           | 1  | a blank after each colon
            `tagline: What this`           | `tagline: What: this`               | 0  | put a text with ': ' in it in quotes
            `name: My Value Leaderboard`   | `name: "My Value Leaderboard`       | 7 | quotes
            `top-p: 0.95`                  | `top-p: [0.95`                      | 1 | mend the YAML
            `\\n    kind: simulated`        | `\\n  kind: simulated`               | 1 | indentation
            `\\n    kind: simulated`        | `\\n     kind: simulated`            | 1 | indentation
            `  - id: aurora-large`         | `    id: aurora-large`              | 7 | dashes
            `  - id: cedar-chat`           | `  -id: cedar-chat`                 | 0 | dashes
            `publisher: Who`               | `publisher: @Who`                   | 0 | put the text in quotes
            `name: My Value`               | `name: *My Value`                   | 0  | in quotes
            `sampling:`                    | `---\\nsampling:`                    | 0 | remove the line '---'
            `  items: 16`                  | `  items: 16\\n    items: 41`        | 1 | keep this or the one in line
            `sampling:`                    | `sampling:\\n  samples: 1\\nsampling:`| 2 | keep this or the one in line
            `top-p: 0.95`                  | `top-p: 0,95`                       | 0 | write a number from 0.01 to 1
            `top-p: 0.95`                  | `top-p: 95%`                        | 0 | write a number from 0.01 to 1
            `max-tokens: 1024`             | `max-tokens: 1k`                    | 0 | write a number from 16
            `max-tokens: 1024`             | `max-tokens: 1,024`                 | 0 | write a number from 16
            `max-tokens: 1024`             | `max-tokens: "1024"`                | 0 | write a number from 16
            `max-tokens`                   | `max_tokens`                        | 0 | did you mean 'max-tokens'?
            `items: 16`                    | `items: 16#forty`                   | 0 | write a number
            `# budget: 5 `                 | `budget: $5 `                       | 0 | write a number
            `type: chat`                   | `type: yes`                         | 0 | known: reasoning, chat
            `access: proprietary`          | `access: Proprietary`               | 0 | did you mean 'proprietary'?
            `kind: simulated`              | `kind: simulatd`                    | 0 | did you mean 'simulated'?
            `examinees:`                   | `examinee:`                         | 0 | did you mean 'examinees'?
            `endpoint: simulated`          | `endpoint: simulator`               | 0 | did you mean 'simulated'?
            `system: service`              | `system: servic`                    | 0 | did you mean 'service'?
            `pool: topics/service`           | `pool: topics/services`               | 0 | did you mean 'topics/service.jsonl'?
            `pool: topics/service`           | `pool: service`                       | 0 | did you mean 'topics/service.jsonl'?
            `pool: topics/service`           | `pool: topics\\service`                | 0 | with forward slashes
            `pool: topics/service`           | `pool: /topics/service`               | 0 | relative to the data folder
            `type: chat`                   | `type: chat\\n    released: 31.12.2025` | 1 | such as 2026-01-31
            `type: chat`                   | `type: chat\\n    country: France`    | 1 | write FR
            `type: chat`                   | `type: chat\\n    price: 3`           | 1 | write 'key: value' lines
            `type: chat`                   | `type: chat\\n    price: {input: $3, output: 4}` | 1 | write a number
            `type: chat`                   | `type: chat\\n    api-key: sk-1`      | 1 | known: id, name
            `developer: Skyloom`           | `developer: [Skyloom]`              | 0 | write one value
            `id: ember-1`                  | `id: Ember-1`                       | 0 | use lower-case letters
            `id: ember-1`                  | `id: cedar-chat`                    | 0 | rename one
            `contact: `                    | `contact: write to us `             | 0 | write name@example.org
            `url: `                        | `url: example.org `                 | 0 | write https://host/path
            `url: `                        | `url: https://example.org/?a=b `    | 0 | remove it
            """)
    void isNamedWithItsLineAndWhatToDo(String before, String after, int below, String fix) throws IOException {
        Scaffold.write(folder);
        Path file = folder.resolve("leaderboard.yml");
        String text = Files.readString(file);
        assertThat(text).contains(lines(before));
        int place = text.indexOf(lines(before));
        int line = (int) text.substring(0, place).lines().count() + (text.charAt(place - 1) == '\n' ? 1 : 0) + below;
        Files.writeString(
                file,
                text.substring(0, place)
                        + lines(after)
                        + text.substring(place + lines(before).length()));
        DataFolder data = DataFolder.over(folder);

        ConfigException mistakes = catchThrowableOfType(
                ConfigException.class, () -> LeaderboardReader.read(file, Theory.load(data), data));

        assertThat(mistakes.defects()).anySatisfy(defect -> {
            assertThat(defect.line()).isEqualTo(line);
            assertThat(defect.fix()).contains(fix);
        });
    }

    private static String lines(String cell) {
        return cell.replace("\\n", "\n").replace("\\t", "\t");
    }
}
