package dev.valuecompass.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.valuecompass.site.LargeSites;
import dev.valuecompass.site.edition.PeriodSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Milliseconds from a key press in a weight to the next paint, in headless Chromium. Run by hand with the test class
 * path; prints a median for 100 models of one system and for 1,000 models with 27 values of four systems.
 */
public final class RerankBench {
    /**
     * Each press moves one weight far enough for a new order. Painting is over when a task runs that was posted from an
     * animation frame after the press. Presses come so soon after each other that the rows out of sight have not
     * followed yet (a key that is held down), or so late that they have.
     */
    private static final String PRESSES = """
        async (pause) => {
          document.querySelector('details.weights').open = true;
          await new Promise((done) => setTimeout(done, 500));
          // The screen is full of rows.
          document.querySelector('.board tbody').scrollIntoView();
          await new Promise((done) => setTimeout(done, 500));
          const sliders = [...document.querySelectorAll('#weights input[type=range]')];
          const painted = () => new Promise((done) => {
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => done(performance.now());
              channel.port2.postMessage(0);
            });
          });
          const times = [];
          for (let i = 0; i < 35; i += 1) {
            const slider = sliders[i % sliders.length];
            await painted();
            await new Promise((done) => setTimeout(done, pause));
            const start = performance.now();
            slider.value = String((i % 5) + 0.3);
            slider.dispatchEvent(new Event('input', {bubbles: true}));
            const work = performance.now() - start;
            times.push({all: (await painted()) - start, work});
          }
          const median = (of) => times.slice(5).map(of).sort((a, b) => a - b)[15].toFixed(1);
          return `median ${median((t) => t.all)} ms to paint, ${median((t) => t.work)} ms of script`;
        }\
        """;

    private RerankBench() {}

    /** @param args the program of the browser's driver folder, and the browser */
    public static void main(String[] args) throws Exception {
        System.setProperty("playwright.cli.dir", args[0]);
        Path out = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("rerank");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(args[1]))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            for (int models : new int[] {100, 1000}) {
                Path site = out.resolve("of-" + models);
                if (!Files.exists(site))
                    LargeSites.render(site, List.of(PeriodSource.of(LargeSites.period("2026-11", models, 0))));
                for (String page : List.of("2026-11/schwartz/index.html", "2026-11/all/index.html")) {
                    Page tab = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
                    tab.navigate(site.resolve(page).toUri().toString());
                    for (int pause : new int[] {60, 700}) {
                        System.out.printf(
                                "%d models, %s, %d ms between: %s%n",
                                models, page, pause, tab.evaluate(PRESSES, pause));
                    }
                    tab.close();
                }
            }
        }
    }
}
