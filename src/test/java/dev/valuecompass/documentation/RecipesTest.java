package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.config.RecognizerKind;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Json;
import dev.valuecompass.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The recipes of {@code docs/changing.md} name files that there are, and all of the places that a change of the kind has. */
class RecipesTest {
    private static final Path PAGE = Path.of("docs/changing.md");
    private static final String MAIN = "src/main/java/dev/valuecompass/";
    private static final Path BROWSER_PAGE = Path.of("docs/page-contract.md");
    /** A name of a file, and where the page leads who follows it. */
    private static final Pattern FILE =
            Pattern.compile("`([\\w./-]+/[\\w.-]+\\.(?:java|jte|yml|json|tsv|md|js|css))`(?:]\\(([^)]*)\\))?");

    /** One click on the name of a file shows it. */
    @TestFactory
    Stream<DynamicTest> everyFileIsThereAndLinked() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String browser = Files.readString(BROWSER_PAGE);
        String recipe = browser.substring(browser.indexOf("## Add a control"), browser.indexOf("## The address"));
        Matcher file = FILE.matcher(Files.readString(PAGE) + recipe);
        while (file.find()) {
            String name = file.group(1);
            String link = file.group(2);
            if (!name.contains("NAME")) {
                tests.add(DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(PAGE.getParent().resolve(link).normalize())
                                .isRegularFile()
                                .asString()
                                .isIn(name, MAIN + name)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    /** A recogniser is one constant and one way to open it: no other main source names one by its id. */
    @Test
    void aRecogniserIsNamedInItsTwoPlacesOnly() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        Pattern named = Pattern.compile(
                "\"(?:direct|llm)\"\\.equals|\\.equals\\(\"(?:direct|llm|embedded)\"\\)|case \"(?:direct|llm)\"");
        try (Stream<Path> files = Files.walk(Path.of(MAIN))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (named.matcher(Files.readString(file)).find()) {
                    elsewhere.add(file.toString());
                }
            }
        }
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void theSchemaKnowsEveryRecogniser() throws IOException {
        var known = Json.tree(Files.readString(Path.of("data/leaderboard.schema.json")), "schema")
                .at("/$defs/roles/properties/recognizer/enum")
                .valueStream()
                .map(value -> value.asString())
                .toList();
        assertThat(known).containsExactlyElementsOf(RecognizerKind.ids());
    }

    /** A fact of the board stands in head and body, and in every language. */
    @Test
    void everyColumnOfTheBoardHasHeadAndCell() throws IOException {
        String table = Files.readString(Path.of("templates/parts/boardtable.jte"));
        List<String> heads = found(table, "<th data-key=\"([a-z-]+)\"");
        List<String> cells = found(table, "<td data-key=\"([a-z-]+)\"");
        assertThat(heads).isNotEmpty();
        assertThat(cells)
                .containsAll(heads.stream().filter(key -> !key.equals("model")).toList());
    }

    /** A text that is missing is shown as its key, which no other test would see. */
    @Test
    void everyFilterOfTheBoardHasItsTexts() throws IOException {
        String script = Files.readString(Path.of("site/js/filters.js"));
        String board = script.substring(script.indexOf("BOARD_FILTERS = ["), script.indexOf("ITEM_FILTERS"));
        List<String> choices = found(board, "choice\\('([a-z]+)'");
        List<String> flags = found(board, "name: '([a-z]+)'");
        assertThat(choices).isNotEmpty();
        Set<String> texts = Languages.english(DataFolder.over(Path.of("data")))
                .words()
                .scripts()
                .keySet();
        assertThat(texts)
                .containsAll(Stream.concat(choices.stream(), flags.stream())
                        .map("filters."::concat)
                        .toList())
                .containsAll(choices.stream().map("unknown."::concat).toList());
    }

    /** The first page leads to each recipe, so that every file that it names is two clicks away. */
    @Test
    void theReadmeLinksEveryRecipe() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String heading : found(Files.readString(PAGE), "\n## (.+)")) {
            String anchor = heading.toLowerCase(Locale.ROOT).replace("'", "").replace(' ', '-');
            assertThat(readme).contains("(docs/changing.md#" + anchor + ")");
        }
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    /** The six changes that the page promises. */
    @Test
    void thePageTellsSixChanges() throws IOException {
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("## ")))
                .hasSize(6);
        assertThat(Arrays.stream(RecognizerKind.values()).map(RecognizerKind::id))
                .doesNotHaveDuplicates();
    }
}
