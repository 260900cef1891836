package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The modules in {@code site/js} under Node's own test runner, so that one command runs all tests. */
class JavaScriptTest {
    private static final Path MODULES = Path.of("site/js");
    /** A line of TAP (Test Anything Protocol) at the top level: "ok 3 - name" or "not ok 3 - name". */
    private static final Pattern RESULT = Pattern.compile("^(not )?ok \\d+ - (.*)$", Pattern.MULTILINE);

    @TestFactory
    List<DynamicTest> modules() throws Exception {
        List<String> command = new ArrayList<>(List.of(TestTools.node().toString(), "--test", "--test-reporter=tap"));
        try (Stream<Path> files = Files.list(Path.of("src/test/js"))) {
            files.map(Path::toString)
                    .filter(f -> f.endsWith(".test.js"))
                    .sorted()
                    .forEach(command::add);
        }
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = node.waitFor();
        List<DynamicTest> tests = new ArrayList<>();
        Matcher result = RESULT.matcher(output);
        while (result.find()) {
            String failed = result.group(1);
            tests.add(DynamicTest.dynamicTest(
                    result.group(2), () -> assertThat(failed).as(output).isNull()));
        }
        tests.add(DynamicTest.dynamicTest(
                "node --test as a whole", () -> assertThat(exit).as(output).isZero()));
        return tests;
    }

    @Test
    void onlyPortsAndTheFirstScriptTouchTheBrowser() throws IOException {
        Pattern globals = Pattern.compile("\\b(document|window|location|history|navigator|localStorage)\\s*[.\\[]");
        for (Path module : sources()) {
            if (!List.of("browser.js", "first.js", "pages/picture-port.js")
                    .contains(MODULES.relativize(module).toString())) {
                assertThat(Files.readString(module).replaceAll("(?m)^import .*", ""))
                        .as(module.toString())
                        .doesNotContainPattern(globals);
            }
        }
    }

    @Test
    void textNeverBecomesMarkupOrCode() throws IOException {
        Pattern unsafe =
                Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function"
                        + "|DOMParser|createContextualFragment|srcdoc|setHTML|https?://");
        for (Path module : sources()) {
            assertThat(Files.readString(module)).as(module.toString()).doesNotContainPattern(unsafe);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".js")).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
