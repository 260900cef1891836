package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** People who look at a site in different ways. What goes wrong on any of their pages is written down. */
final class Visitors {
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<PageServer> servers = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final List<Pattern> lost = new ArrayList<>();

    Visitors(Browser browser) {
        this.browser = browser;
    }

    Page desktop(PageServer server) {
        return page(server, options -> options.setViewportSize(1280, 800));
    }

    /** The narrowest common phone in the requirements: 390 px. */
    Page phone(PageServer server) {
        return page(
                server,
                options -> options.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
    }

    Page withoutScripts(PageServer server) {
        return page(server, options -> options.setViewportSize(1280, 800).setJavaScriptEnabled(false));
    }

    /** Somebody who opens pages from a disk. */
    Page fromDisk() {
        return page("file:///", options -> options.setViewportSize(1280, 800));
    }

    /** Serves folders for as long as anybody visits them; of two with the same file the first one wins. */
    PageServer serve(Path... folders) throws IOException {
        PageServer server = new PageServer(folders);
        servers.add(server);
        return server;
    }

    private Page page(PageServer server, UnaryOperator<Browser.NewContextOptions> look) {
        return page(server.origin(), look);
    }

    private Page page(String origin, UnaryOperator<Browser.NewContextOptions> look) {
        BrowserContext context = browser.newContext(
                look.apply(new Browser.NewContextOptions()).setBaseURL(origin).setLocale("en"));
        context.setDefaultTimeout(45_000);
        contexts.add(context);
        context.onRequest(request -> {
            // What a page made itself is read under its own origin.
            if (!request.url().replaceFirst("^blob:", "").startsWith(origin)) {
                troubles.add("request leaves the origin: " + request.url());
            }
        });
        context.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onConsoleMessage(message -> {
            boolean trouble = message.type().equals("error") || message.type().equals("warning");
            if (trouble
                    && lost.stream()
                            .noneMatch(name -> name.matcher(message.location()).find())) {
                troubles.add("console " + message.type() + ": " + message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> troubles.add("uncaught: " + error.error()));
        return context.newPage();
    }

    /** The network loses files of these names on this page; what the browser says of that is no trouble of the page's. */
    void lose(Page page, Pattern name) {
        lost.add(name);
        page.route(name, Route::abort);
    }

    /** Closes every page and fails when one of them was in trouble. */
    void leave() {
        contexts.forEach(BrowserContext::close);
        servers.forEach(PageServer::close);
        assertThat(troubles).as("what the pages did wrong").isEmpty();
    }
}
