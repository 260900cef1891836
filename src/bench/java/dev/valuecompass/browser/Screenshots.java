package dev.valuecompass.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Pictures of each kind of page on a desk, on a phone and in the dark, for the documents. Run by hand with the test
 * class path over a site that {@code ./compass run} rendered; WebP of at most 60 kB each.
 */
public final class Screenshots {
    private static final int LARGEST = 60_000;

    /**
     * @param name of the picture, ending in .webp or .png
     * @param page with its query
     * @param look {@code desk}, {@code phone} or {@code dark}
     * @param part of the page that is scrolled to, and pressed where it is a button; empty for none
     */
    private record Shot(String name, String page, String look, String part) {}

    private Screenshots() {}

    /** @param args the folder of the browser's driver, the browser, a site, where the pictures go, then name@page@look … */
    public static void main(String[] args) throws IOException {
        System.setProperty("playwright.cli.dir", args[0]);
        List<Shot> shots = List.of(args).subList(4, args.length).stream()
                .map(arg -> arg.split("@"))
                .map(parts -> new Shot(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : ""))
                .toList();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(args[1]))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
                PageServer server = new PageServer(Path.of(args[2]))) {
            for (Shot shot : shots) {
                take(browser, server, shot, Path.of(args[3]));
            }
        }
    }

    private static void take(Browser browser, PageServer server, Shot shot, Path folder) throws IOException {
        boolean phone = shot.look().startsWith("phone");
        Browser.NewPageOptions look = new Browser.NewPageOptions()
                .setBaseURL(server.origin())
                .setViewportSize(phone ? 390 : 1280, shot.look().endsWith("+") ? 2600 : phone ? 844 : 900)
                .setColorScheme(shot.look().startsWith("dark") ? ColorScheme.DARK : ColorScheme.LIGHT);
        try (Page page = browser.newPage(look)) {
            page.navigate(shot.page());
            if (!shot.part().isEmpty()) {
                Locator part = page.locator(shot.part()).first();
                if (part.evaluate("e => e.tagName").equals("BUTTON")) {
                    part.click();
                }
                page.waitForTimeout(1500);
                part.evaluate("e => e.scrollIntoView()");
                // What comes into sight on the way is laid out only then, and may be taller than was reckoned.
                page.waitForTimeout(400);
                part.evaluate("e => e.scrollIntoView()");
            }
            page.waitForTimeout(400);
            byte[] picture = page.screenshot();
            for (int quality = 85; shot.name().endsWith(".webp") && quality >= 10; quality -= 15) {
                picture = webp(page, quality);
                if (picture.length <= LARGEST) {
                    break;
                }
            }
            Files.write(folder.resolve(shot.name()), picture);
        }
    }

    private static byte[] webp(Page page, int quality) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject wanted = new JsonObject();
        wanted.addProperty("format", "webp");
        wanted.addProperty("quality", quality);
        return Base64.getDecoder()
                .decode(session.send("Page.captureScreenshot", wanted)
                        .get("data")
                        .getAsString());
    }
}
