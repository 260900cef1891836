package dev.valuecompass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and addresses on the command line that nothing can be done with: a message with the fix, and no trace. */
class BadArgumentsTest {
    @TempDir
    Path home;

    @BeforeEach
    void anEmptyLeaderboard() throws IOException {
        Files.createDirectories(home.resolve("data"));
    }

    private void expect(int exit, String words, String... arguments) {
        CommandLineRun run = CommandLineRun.of(home, arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(words).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            serve --port 99999                                        | --port 99999 is out of range; write a number from 0 to 65535
            serve --port -1                                           | --port -1 is out of range
            serve --port 99999999999                                  | '99999999999' is not an int
            serve --port eighty                                       | 'eighty' is not an int
            validate --seeds 0                                        | --seeds 0 is out of range; write a number from 1 to 1000
            validate --seeds 2000000000                               | --seeds 2000000000 is out of range
            validate --items 25,1                                     | --items 1 is out of range; write a number from 2 to 1000
            validate --items 25,0                                     | --items 0 is out of range
            items prepare p.jsonl --system mft --expand -1            | --expand -1 is out of range; write a number from 0 to 100
            items prepare p.jsonl --system mft --expand 2000000000    | --expand 2000000000 is out of range
            items prepare p.jsonl --system mft --items -1             | --items -1 is out of range
            items prepare p.jsonl --system mft --same NaN             | --same NaN is out of range; write a number between 0 and 1
            items write --system mft --dimension care --count 0       | --count 0 is out of range; write a number from 1 to 10000
            items write --system mft --dimension care --rounds -3     | --rounds -3 is out of range
            items write --system mft --dimension care --power NaN     | --power NaN is out of range; write a number from 0 to 1
            items export --system mft --power 1.5                     | --power 1.5 is out of range
            items export --system mft --power Infinity                | --power Infinity is out of range
            evaluate --shard 0/0                                      | --shard 0/0 is not a part of a whole
            run --stop-after 99999999999h                             | is not a length of time
            run --seed 99999999999999999999                           | is not a long
            run --period 2026-13                                      | is not a month; write it as YYYY-MM
            run --period +12026-01                                    | is not a month
            run --period -0001-01                                     | -0001-01
            site --base-url x.github.io/repo                          | --base-url is not a web address: 'x.github.io/repo'; write https://host/path
            site --base-url /repo/                                    | --base-url is not a web address
            site --base-url ''                                        | --base-url is not a web address
            site --base-url https://host:99999/                       | --base-url has the port 99999
            site --base-url https://me:pw@host/                       | --base-url contains a user name or password
            site --base-url https://host/?a=b                         | --base-url has a part after '?'; remove it
            site --base-url mailto:me@example.org                     | --base-url is not a web address
            """)
    void whatIsOutOfRangeIsNamedWithWhatTheOptionTakes(String line, String words) {
        expect(2, words, arguments(line));
    }

    private static String[] arguments(String line) {
        String[] words = line.split(" +");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("''") ? "" : words[i];
        }
        return words;
    }

    @Test
    void anAddressWithASpaceIsNamed() {
        expect(2, "--base-url is not a web address: Illegal character", "site", "--base-url", "https://exa mple/");
        expect(
                1,
                "http://exa mple/: is not a web address",
                "import",
                "value-compass",
                "http://exa mple/",
                "--period",
                "2026-01");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            expect(
                    2,
                    "--port " + taken.getLocalPort() + " cannot be taken",
                    "serve",
                    "--port",
                    Integer.toString(taken.getLocalPort()));
        }
    }

    /** An address in the leaderboard file, wherever it may stand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            https://exa mple/      | is not a web address: Illegal character
            https://host:99999/v1  | has the port 99999, which no server has; write one from 1 to 65535
            https://host:0/v1      | has the port 0
            host/v1                | is not a web address: 'host/v1'; write https://host/path
            https://[::1/v1        | is not a web address
            https://               | is not a web address
            """)
    void anAddressInTheLeaderboardFileIsNamedByItsSetting(String address, String words) throws IOException {
        String board = Files.readString(Path.of("data/leaderboard.yml"));
        Files.writeString(
                home.resolve("data/leaderboard.yml"),
                "title: {name: N, url: '" + address + "'}\nendpoints: [{id: e, kind: openai, base-url: '" + address
                        + "'}]\n" + board.substring(board.indexOf("examinees:")));
        CommandLineRun run = CommandLineRun.of(home, "plan");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'url' " + words, "'base-url' " + words).doesNotContain("\tat ");
    }
}
