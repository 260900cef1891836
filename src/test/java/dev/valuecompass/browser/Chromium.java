package dev.valuecompass.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one Chromium for all browser tests, renders one of each of the {@link Sites} for them, and gives each test its own
 * {@link Visitors}, inspected at the end.
 */
final class Chromium implements BeforeAllCallback, ParameterResolver, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(Chromium.class);

    /** The browser as the whole test run shares it; closed by JUnit when the run ends. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            Path driver = TestTools.driver();
            Path chromium = TestTools.chromium();
            TestTools.node();
            System.setProperty("playwright.cli.dir", driver.toString());
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            // For machines that are busy; a page that is right answers at once.
            PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Running(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /** Here, since a test whose parameter cannot be made has failed, while a class that lacks a tool is skipped. */
    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visitors.class || type == Sites.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Sites.class) {
            return sites(context);
        }
        Visitors visitors = new Visitors(running(context).browser());
        context.getStore(HERE).put(Visitors.class, visitors);
        return visitors;
    }

    private static Running running(ExtensionContext context) {
        return shared(context).computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    private static Sites sites(ExtensionContext context) {
        return shared(context)
                .computeIfAbsent(
                        Sites.class,
                        key -> {
                            try {
                                return new Sites();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Sites.class);
    }

    /** The root would end with each class where several processes share the classes. */
    private static ExtensionContext.Store shared(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE);
    }

    /** A page that made a request elsewhere, opened a dialog or logged an error fails its test, whatever it was about. */
    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = context.getStore(HERE).get(Visitors.class, Visitors.class);
        if (visitors != null) {
            visitors.leave();
        }
    }
}
