package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.launcher.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation tells a reader to type is typed, in the order of the page, in a folder like a fresh clone. */
@Tag("slow")
class CommandsInDocsTest {
    @TempDir
    private Path folder;

    /** A page whose scripts another one begins with is typed with that one. */
    static Stream<Page> pages() {
        List<List<String>> all =
                Page.all().stream().map(CommandsInDocsTest::typed).toList();
        return Page.all().stream()
                .filter(page -> !typed(page).isEmpty())
                .filter(page -> all.stream().noneMatch(scripts -> beginsWith(scripts, typed(page))));
    }

    private static boolean beginsWith(List<String> scripts, List<String> fewer) {
        return scripts.size() > fewer.size() && scripts.subList(0, fewer.size()).equals(fewer);
    }

    private static List<String> typed(Page page) {
        return page.scripts().stream()
                .filter(script -> !script.startsWith("./compass test"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandOfAPageWorks(Page page) throws Exception {
        // One page with one of most kinds of command is typed as readers do, with a process for each.
        ProgramFolder program =
                page.path().endsWith("your-own-answers.md") ? ProgramFolder.in(folder) : ProgramFolder.resident(folder);
        for (String script : typed(page)) {
            ProgramFolder.Ended ended = program.sh(script);
            assertThat(ended.exit()).as(page + ":\n" + script + ended.printed()).isZero();
        }
    }

    /** A reader who follows several pages in one folder is not told to begin two leaderboards in one place. */
    @Test
    void noTwoPagesBeginALeaderboardInTheSameFolder() {
        Pattern begins = Pattern.compile("compass init (\\S+)|>(\\S+)/leaderboard\\.yml");
        Map<String, String> pages = new TreeMap<>();
        for (Page page : Page.all()) {
            Matcher made = begins.matcher(String.join("\n", typed(page)));
            while (made.find()) {
                String folder = made.group(1) == null ? made.group(2) : made.group(1);
                assertThat(pages.merge(
                                folder, page.toString(), (one, other) -> one.equals(other) ? one : one + ", " + other))
                        .as(folder)
                        .isEqualTo(page.toString());
            }
        }
        assertThat(pages).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("mentioning")
    void everyCommandThatIsMentionedExists(Page page) {
        List<String> known = ProgramFolder.commands();
        for (String mention : page.mentions()) {
            List<String> words = List.of(mention.split("[\\s,;]+"));
            assertThat(known).as(page + ": ./compass " + mention).contains(words.get(0));
            words.stream()
                    .filter(word -> word.startsWith("--"))
                    .forEach(option -> assertThat(ProgramFolder.options(words.get(0)))
                            .as(page + ": ./compass " + mention)
                            .contains(option.replaceAll("[^a-z-].*", "")));
        }
    }

    static Stream<Page> mentioning() {
        return Page.all().stream().filter(page -> !page.mentions().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyLinkWithinTheRepositoryLeadsSomewhere(Page page) throws IOException {
        for (String link : page.links()) {
            if (link.matches("[a-z]+:.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? page.path()
                    : page.path().resolveSibling(parts[0]).normalize();
            assertThat(Files.exists(target)).as(page + " links to " + link).isTrue();
            if (parts.length == 2) {
                assertThat(anchors(target)).as(page + " links to " + link).contains(parts[1]);
            }
        }
    }

    static Stream<Page> everyPage() {
        return Page.all().stream();
    }

    /** Of headings, as GitHub makes them. */
    private static List<String> anchors(Path target) throws IOException {
        return Files.readAllLines(target).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
