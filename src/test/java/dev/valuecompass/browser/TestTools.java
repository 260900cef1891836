package dev.valuecompass.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The programs that {@code src/test/sh/setup.sh} provides. A missing one skips a test, except with CI=true. */
public final class TestTools {
    /** The folder with {@code package/} and {@code node}, as Playwright wants them. */
    static final Path DRIVER = Path.of(".cache/playwright").toAbsolutePath();

    private TestTools() {}

    public static Path node() {
        Path fetched = DRIVER.resolve("node");
        return Files.isExecutable(fetched) ? fetched : needed(onPath("node"), "Node 20 or newer");
    }

    /** What runs programs as another processor would. */
    public static Path processors() {
        return needed(onPath("qemu-x86_64"), "qemu-x86_64 (Debian's qemu-user)");
    }

    static Path driver() {
        return needed(
                Optional.of(DRIVER).filter(d -> Files.exists(d.resolve("package/cli.js"))), "Playwright's driver");
    }

    /** The program of a mock of the providers, for Node to run. */
    public static Path providerMock() {
        Path program = Path.of(".cache/aimock/package/dist/cli.js").toAbsolutePath();
        return needed(Optional.of(program).filter(Files::exists), "the mock of the providers (@copilotkit/aimock)");
    }

    /** The first is the same engine without a window, and takes a third of the time. */
    static Path chromium() {
        return needed(
                Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> onPath(name).stream())
                        .findFirst(),
                "Chromium");
    }

    static Path firefox() {
        return needed(onPath("firefox-esr").or(() -> onPath("firefox")), "Firefox (Debian's firefox-esr)");
    }

    static Path webKitDriver() {
        return needed(onPath("WebKitWebDriver"), "WebKit (Debian's webkit2gtk-driver)");
    }

    /** The browser that comes with WebKit's driver. */
    static Path miniBrowser() throws IOException {
        try (Stream<Path> libraries = Files.find(
                Path.of("/usr/lib"),
                4,
                (file, facts) -> file.endsWith("MiniBrowser") && file.toString().contains("webkit2gtk"))) {
            return needed(libraries.findFirst(), "WebKit's MiniBrowser (Debian's webkit2gtk-driver)");
        }
    }

    static Path xvfb() {
        return needed(onPath("Xvfb"), "Xvfb (Debian's xvfb)");
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path needed(Optional<Path> tool, String name) {
        String message = "needs " + name + "; ./compass test fetches it where it can";
        if ("true".equals(System.getenv("CI"))) {
            return tool.orElseGet(() -> Assertions.fail(message));
        }
        Assumptions.assumeTrue(tool.isPresent(), message);
        return tool.orElseThrow();
    }
}
