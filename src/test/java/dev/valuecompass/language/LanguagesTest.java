package dev.valuecompass.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.value.Theory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final DataFolder SHIPPED = DataFolder.over(Path.of("data"));
    /** A key in Java or in a template, with or without what is put in; and the keys that other methods build. */
    private static final Pattern USED =
            Pattern.compile("(?:words\\(\\)|\\bwords|\\bin)\\s*\\.get\\(\\s*\"([a-z][\\w.-]*)\"\\s*[,)]");

    private static final Pattern TOLD = Pattern.compile("\"(finding\\.[\\w.-]+)\"");

    private static final Pattern TRANSLATED = Pattern.compile("\\btranslate\\('([a-z][\\w.-]*)'");

    private static final Pattern COUNTED = Pattern.compile("\\.count\\(\\s*\"([a-z][\\w-]*)\"");

    @TempDir
    private Path data;

    @Test
    void everyShippedLanguageIsComplete() {
        List<String> known = Languages.known(SHIPPED);
        assertThat(known).contains("en", "zh");
        assertThat(Languages.load(SHIPPED, known)).extracting(Language::code).isEqualTo(known);
    }

    /** Categories of our pools; codes such as C12 are named by their value system. */
    @Test
    void everyCategoryOfTheShippedPoolsHasAName() throws IOException {
        Pattern category = Pattern.compile("\"category\": ?\"([^\"]+)\"");
        Set<String> categories = new TreeSet<>();
        try (Stream<Path> pools = Files.list(Path.of("data/topics"))) {
            for (Path pool :
                    pools.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                category.matcher(Files.readString(pool)).results().forEach(found -> categories.add(found.group(1)));
            }
        }
        categories.removeIf(code -> code.matches("C\\d+"));
        assertThat(categories).hasSizeGreaterThan(50);
        for (Language language : Languages.load(SHIPPED, List.of("en", "zh"))) {
            assertThat(categories)
                    .allSatisfy(one -> assertThat(language.words().has("category." + one))
                            .as(one)
                            .isTrue());
        }
    }

    @Test
    void everyTextThatPagesAskForIsThere() {
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(20);
        PageTexts english = Languages.english(SHIPPED).words();
        assertThat(asked).allSatisfy(key -> assertThat(english.has(key)).as(key).isTrue());
    }

    /** A script shows the key of a text that is missing, and nothing else would fail. */
    @Test
    void everyTextThatScriptsAskForIsThere() {
        Set<String> asked = new TreeSet<>();
        texts("site/js").forEach(source -> {
            Matcher translated = TRANSLATED.matcher(source);
            while (translated.find()) {
                asked.add(translated.group(1));
            }
        });
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(Languages.english(SHIPPED).words().scripts().keySet()).containsAll(asked);
    }

    /** Keys of what findings say are put together: a literal is a key, or what several begin with. */
    @Test
    void everyTextThatFindingsAskForIsThere() {
        PageTexts english = Languages.english(SHIPPED).words();
        Set<String> begun = new TreeSet<>();
        texts("src/main/java/dev/valuecompass/findings").forEach(source -> {
            Matcher told = TOLD.matcher(source);
            while (told.find()) {
                begun.add(told.group(1));
            }
        });
        assertThat(begun)
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(Stream.of("", ".held", "models", "spearman")
                                .anyMatch(end -> english.has(key.replaceAll("[.]$", end.isEmpty() ? "" : ".") + end)))
                        .as(key)
                        .isTrue());
        // Something always comes last, and a profile that shows no shape has none to refute.
        Set<String> neverRefuted =
                Set.of("finding.hardest", "finding.hardest-task", "finding.hardest-category", "finding.pronounced");
        assertThat(begun).containsAll(neverRefuted);
        begun.stream()
                .filter(key -> english.has(key + ".held") && !neverRefuted.contains(key))
                .forEach(key -> assertThat(Stream.of("not-held", "cannot-be-told"))
                        .as(key)
                        .allMatch(verdict -> english.has(key + "." + verdict)));
    }

    @Test
    void textsArePutTogetherAsTheLanguageDoes() {
        PageTexts english = Languages.load(SHIPPED, List.of("en")).get(0).words();
        assertThat(english.count("models", 1)).isEqualTo("1 model");
        assertThat(english.count("models", 1234)).isEqualTo("1,234 models");
        assertThat(english.month("2026-11")).isEqualTo("November 2026");
        assertThat(english.country("CN")).isEqualTo("China");
        assertThat(english.list(List.of("a", "b", "c"))).isEqualTo("a, b, c");
        assertThat(english.sentences("A.", "", "B.")).isEqualTo("A. B.");
        PageTexts chinese = Languages.load(SHIPPED, List.of("zh")).get(0).words();
        assertThat(chinese.count("models", 1)).isEqualTo("1 个模型");
        assertThat(chinese.month("2026-11")).isEqualTo("2026年11月");
        assertThat(chinese.country("CN")).isEqualTo("中国");
        assertThat(chinese.list(List.of("a", "b"))).isEqualTo("a、b");
        assertThat(chinese.month("spring")).isEqualTo("spring");
        assertThat(chinese.get("item.own-page", "model", "Alder 2")).isEqualTo("在 Alder 2 的页面上");
        assertThat(chinese.get("series.about", "series", "世界价值观调查")).isEqualTo("每个模型与世界价值观调查各国的对照。");
        assertThat(chinese.get("changes.since", "month", "2026年10月")).isEqualTo("自 2026年10月以来的变化");
    }

    /** Java's own names change with its version, and pages would with them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyCountryThatAPageCanNameIsNamedInOurOwnFile(String tag) throws IOException {
        String file = Files.readString(Path.of("data/languages/" + tag + ".yml"));
        String countries =
                file.substring(file.indexOf("\ncountries: {"), file.indexOf("}", file.indexOf("\ncountries: {")));
        Set<String> codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        Theory.load(SHIPPED).series().stream()
                .flatMap(series -> series.cultures().stream())
                .forEach(culture -> codes.add(culture.code()));
        assertThat(codes)
                .hasSizeGreaterThan(200)
                .allSatisfy(code -> assertThat(countries).containsPattern("[{ ]" + code + ": \\S"));
    }

    @Test
    void aNameInTheFileGoesBeforeJavasAndACodeThatIsNoneIsAMistake() throws IOException {
        String english = Files.readString(Path.of("data/languages/en.yml"));
        write("ar", arabic(english.replace("SE: Sweden", "SE: Swedeland")));
        Language own = Languages.load(DataFolder.over(data), List.of("ar")).get(0);
        assertThat(own.words().country("SE")).isEqualTo("Swedeland");
        write("ar", arabic(english.replace("SE: Sweden", "Sweden: Sweden")));
        assertThatThrownBy(() -> Languages.load(DataFolder.over(data), List.of("ar")))
                .hasMessageContaining("'Sweden' is no code of a country");
    }

    @Test
    void aForkAddsALanguageWithAFile() throws IOException {
        write("ar", arabic(Files.readString(Path.of("data/languages/en.yml"))));
        Language arabic =
                Languages.load(DataFolder.over(data), List.of("en", "ar")).get(1);
        assertThat(arabic.direction()).isEqualTo("rtl");
        PageTexts words = arabic.words();
        // CLDR: few is 3 to 10 of a hundred, many 11 to 99, other 100 to 102.
        assertThat(Stream.of(0, 1, 2, 103, 111, 101).map(n -> words.count("models", n)))
                .containsExactly("zero", "one", "two", "few 103", "many 111", "other 101");
    }

    @Test
    void aCopiedFileDoesNotPassForATranslation() throws IOException {
        String english = Files.readString(Path.of("data/languages/en.yml"));
        String german = english.replaceFirst("language: .*", "language: Deutsch");
        assertThat(named(german)).isEqualTo("Deutsch (0 % translated)");
        assertThat(named(german.replaceAll("(?m)^(    [a-z-]+: )(?=[A-Z])(?!LLLL)", "$1Sehr ")))
                .matches("Deutsch \\([1-8]\\d % translated\\)");
        assertThat(Languages.load(SHIPPED, List.of("en", "zh")))
                .extracting(Language::name)
                .containsExactly("English", "中文");
    }

    private String named(String text) throws IOException {
        write("de", text);
        return Languages.load(DataFolder.over(data), List.of("en", "de")).get(1).name();
    }

    @Test
    void whatIsWrongInAFileIsNamedWithItsPlace() throws IOException {
        String english = Files.readString(Path.of("data/languages/en.yml"));
        write(
                "xx",
                english.replace("    skip: Skip to the content\n", "    skib: Skip\n")
                        .replace("gone: \"{n} gone\"", "gone: \"{m} gone\"")
                        .replace("month: LLLL", "month: Month LLLL")
                        .replace("data: Download and cite", "data: Download {and cite"));
        assertThatThrownBy(() -> Languages.load(DataFolder.over(data), List.of("en", "xx")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("xx.yml")
                .hasMessageContaining("'layout.skip' is missing")
                .hasMessageContaining("unknown text 'layout.skib'")
                .hasMessageContaining("did you mean 'layout.skip'")
                .hasMessageContaining("'period.gone' puts in [m]")
                .hasMessageContaining("'date.month' is no pattern of a date")
                .hasMessageContaining("'colophon.data' has a brace that names nothing");
    }

    @Test
    void aLanguageWithoutAFileIsNoLanguage() {
        assertThatThrownBy(() -> Languages.load(SHIPPED, List.of("eng")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("did you mean 'en'");
    }

    @Test
    void aMissingTextNamesFileAndKey() {
        PageTexts english = Languages.english(SHIPPED).words();
        assertThatThrownBy(() -> english.get("nowhere.to-be-found"))
                .hasMessageContaining("en.yml")
                .hasMessageContaining("nowhere.to-be-found");
        assertThatThrownBy(() -> english.get("colophon.licence")).hasMessageContaining("{licence}");
    }

    private void write(String code, String text) throws IOException {
        Files.createDirectories(data.resolve("languages"));
        Files.writeString(data.resolve("languages/" + code + ".yml"), text);
    }

    private static String arabic(String english) {
        return english.replace("direction: ltr", "direction: rtl")
                .replace("  one: n = 1\n", """
                          zero: n = 0
                          one: n = 1
                          two: n = 2
                          few: n % 100 = 3..10
                          many: n % 100 = 11..99
                        """.indent(0))
                .replace("""
                              one: "{n} model"
                              other: "{n} models"
                        """, """
                              zero: zero
                              one: one
                              two: two
                              few: few {n}
                              many: many {n}
                              other: other {n}
                        """);
    }

    private static Set<String> asked() {
        String all = Stream.of(
                        "src/main/java/dev/valuecompass/site", "src/main/java/dev/valuecompass/findings", "templates")
                .flatMap(LanguagesTest::texts)
                .collect(Collectors.joining("\n"));
        Set<String> keys = new TreeSet<>();
        Map.of(USED, "", COUNTED, "count.").forEach((pattern, above) -> {
            Matcher uses = pattern.matcher(all);
            while (uses.find()) {
                keys.add(above + uses.group(1));
            }
        });
        return keys;
    }

    private static Stream<String> texts(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|jte|js)"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
