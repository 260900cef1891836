package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models side by side: which ones is said by the address alone. */
@Tag("browser")
@ExtendWith(Chromium.class)
class ComparePageTest {
    private static final String COMPARE = "2026-11/compare/index.html";
    private static final String SCHWARTZ = "#compare section:first-of-type ";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
    }

    @Test
    void theAddressChoosesTheModelsOnEverySystem(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        // By name where more is not better, by rank where it is.
        assertThat(models(page, SCHWARTZ)).containsExactly("alder-2", "birch-mini");
        assertThat(models(page, "#compare section:last-of-type ")).containsExactly("birch-mini", "alder-2");
        assertThat(page.locator("#notice")).isHidden();
    }

    /** What somebody goes to is not below the pool, which stays in sight. */
    @Test
    void thePoolHidesNothingThatIsScrolledTo(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        assertThat(models(page, SCHWARTZ)).hasSize(2);
        Locator second = page.locator("#compare section h2").nth(1);
        second.evaluate("heading => heading.scrollIntoView()");
        BoundingBox pool = page.locator("#pool").boundingBox();
        assertThat(pool.y).as("in sight").isBetween(0.0, 100.0);
        assertThat(second.boundingBox().y).isGreaterThanOrEqualTo(pool.y + pool.height);
    }

    /** A figure goes along as a picture that stands for itself, or as its table. */
    @Test
    void figuresGoAlong(Visitors visitors) throws Exception {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        Locator tools = page.locator(SCHWARTZ + ".figure-tools").first();
        String drawn = Files.readString(taken(page, tools, "SVG"));
        assertThat(drawn)
                .startsWith("<svg")
                .contains(">Self-Direction<", ">Alder 2<", ">Birch mini<", server.origin() + "2026-11/compare/")
                .doesNotContain("class=", "href=");
        BufferedImage image = ImageIO.read(taken(page, tools, "PNG").toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        List<String> table = Files.readAllLines(taken(page, tools, "CSV"));
        assertThat(table).hasSize(3);
        assertThat(table.get(0)).contains("Self-Direction");
    }

    /** A mark leads to the answers of its model on its value, a name to the value. */
    @Test
    void marksAndNamesOfTheChartAreLinks(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        Locator chart = page.locator(SCHWARTZ + ".compare-chart .chart");
        assertThat(chart.locator("a")).hasCount(10 + 2 * 10);
        assertThat(chart.getByLabel("Alder 2, Power: 52.0"))
                .hasAttribute("href", Pattern.compile(".*/models/alder-2/index.html\\?value=power#cases-schwartz"));
        page.locator(SCHWARTZ + ".compare-chart").getByLabel("Radar").check();
        chart.locator("a")
                .filter(new Locator.FilterOptions().setHasText("Power"))
                .press("Enter");
        page.waitForURL("**/schwartz/values/power.html");
    }

    private static Path taken(Page page, Locator tools, String kind) {
        return page.waitForDownload(() -> tools.getByText(kind).click()).path();
    }

    @Test
    void differencesAreNamed(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        // Self-Direction 40.0 and 52.5, Universalism 67.0 and 61.5: the ten differences go from 12.5 down to 0.5.
        assertThat(page.locator(SCHWARTZ + ".differ-most"))
                .containsText(
                        "They differ most on Self-Direction: Birch mini 52.5 and Alder 2 40.0, 12.5 points apart.");
        // No labels are published, so no means were tested.
        assertThat(page.locator(SCHWARTZ + ".differ-most")).containsText("is not known for this period");
        assertThat(page.locator(SCHWARTZ + ".differences")).hasCount(1);
        assertThat(page.locator(SCHWARTZ + ".differences").first()).containsText("Largest difference");
        assertThat(page.locator(SCHWARTZ + ".differences").first().locator("td").nth(2))
                .hasText("12.5");
        page.navigate(COMPARE + "?m=alder-2,cedar-r");
        assertThat(page.locator(SCHWARTZ + ".differ-most")).not().containsText("differ most");
        assertThat(page.locator("#compare section:last-of-type .differences").first())
                .not()
                .containsText("0.0");
    }

    @Test
    void theChosenModelsAreDrawnOnAFixedAxisAndAsARadarOnDemand(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE);
        assertThat(page.locator(".compare-chart:visible")).hasCount(0);
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        assertThat(page.locator(SCHWARTZ + ".chart .tick")).hasText(new String[] {"0", "25", "50", "75", "100"});
        assertThat(page.locator(SCHWARTZ + ".chart svg")).hasAttribute("role", "group");
        assertThat(page.locator(SCHWARTZ + ".chart title").first()).hasText("Alder 2, Self-Direction: 40.0");
        // The axis is 410 long and starts at 210: 40 is at 374, whatever else is shown.
        assertThat(page.locator(SCHWARTZ + ".chart path").first())
                .hasAttribute("transform", java.util.regex.Pattern.compile("translate\\(37[48].*"));
        page.locator(SCHWARTZ + "input[value=dots]").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(SCHWARTZ + ".chart .area")).hasCount(2);
    }

    @Test
    void oneUnknownModelIsNamedAndTheOthersAreShown(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=gpt-4o,alder-2");
        assertThat(page.locator("#notice")).hasText("This page has no model “gpt-4o”.");
        assertThat(models(page, SCHWARTZ)).containsExactly("alder-2");
    }

    @Test
    void onlyUnknownModelsGiveTheNoticeAndTheFullTable(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE + "?m=GPT-4O");
        assertThat(page.locator("#notice")).hasText("This page has no model “GPT-4O”.");
        assertThat(models(page, SCHWARTZ)).hasSize(3);
    }

    @Test
    void modelsComeAndGoByKeyAndBackBringsThemBack(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE);
        assertThat(models(page, SCHWARTZ)).hasSize(3);
        Leaderboard controls = new Leaderboard(page);
        controls.choose("Add a model", "Cedar R");
        controls.choose("Add a model", "Alder 2");
        assertThat(controls.query()).isEqualTo("?m=cedar-r,alder-2");
        assertThat(models(page, SCHWARTZ)).containsExactly("alder-2", "cedar-r");
        controls.press(AriaRole.BUTTON, "Remove Cedar R", "Enter");
        assertThat(models(page, SCHWARTZ)).containsExactly("alder-2");
        page.goBack();
        assertThat(models(page, SCHWARTZ)).containsExactly("alder-2", "cedar-r");
        page.reload();
        assertThat(models(page, SCHWARTZ)).containsExactly("alder-2", "cedar-r");
        controls.press(AriaRole.BUTTON, "Remove all", "Space");
        assertThat(models(page, SCHWARTZ)).hasSize(3);
        assertThat(controls.query()).isEmpty();
    }

    @Test
    void everyTableIsCopied(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        Leaderboard controls = new Leaderboard(page);
        controls.unfold("copying");
        controls.press(AriaRole.BUTTON, "Copy as CSV", "Enter");
        assertThat(page.locator("#tools [role=status]")).hasText("Table copied as CSV.");
        String csv = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(csv.lines().map(line -> line.split(",")[3 % line.split(",").length]))
                .containsExactly("Model", "Alder 2", "Birch mini", "", "Model", "Birch mini", "Alder 2");
    }

    @Test
    void theChosenModelsLieBesideTheCountriesOfOneSurvey(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(COMPARE);
        assertThat(page.locator("#compare-cultures")).isHidden();
        page.navigate(COMPARE + "?m=alder-2,birch-mini");
        assertThat(page.locator("#compare-cultures thead th"))
                .hasText(new String[] {"Country", "Alder 2", "Birch mini"});
        int first = page.locator("#compare-cultures tbody th").count();
        new Leaderboard(page).choose("Survey", "World Values Survey, wave 6 (2010–2014)");
        assertThat(page.locator("#compare-cultures tbody th")).hasCount(60);
        assertThat(first).as("another survey, other countries").isNotEqualTo(60);
        assertThat(page.locator("#compare-cultures tbody th").nth(1)).hasText("Argentina");
        assertThat(page.locator("#compare-cultures caption")).containsText("Spearman's rank correlation");
        // As the survey's own page says it.
        String here = page.locator("#compare-cultures tbody tr")
                .nth(1)
                .locator("td")
                .first()
                .innerText();
        page.reload();
        assertThat(page.locator("#compare-cultures tbody th")).hasCount(60);
        new Leaderboard(page).press(AriaRole.BUTTON, "Remove Birch mini", "Enter");
        assertThat(new Leaderboard(page).query())
                .as("a change of the models keeps the survey")
                .isEqualTo("?series=wvs6&m=alder-2");
        page.goBack();
        page.goBack();
        assertThat(page.locator("#compare-cultures tbody th")).hasCount(first);
        page.navigate("2026-11/cultures/wvs6/index.html");
        int column = (int) page.locator(".fits thead a")
                .evaluateAll("heads => heads.findIndex((head) => head.title.startsWith('Argentina'))");
        assertThat(page.locator(".fits tbody tr")
                        .first()
                        .locator("td")
                        .nth(column)
                        .innerText()
                        .replaceAll("[()]", ""))
                .isEqualTo(here);
    }

    @Test
    void answersComeOnDemandAndOnlyThoseOfTheChosenModels(Visitors visitors, Sites sites) throws Exception {
        PageServer frozen = visitors.serve(sites.recomputable());
        Page page = visitors.desktop(frozen);
        List<String> asked = new java.util.ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("2025-03/compare/index.html?m=alpha,beta");
        assertThat(asked).noneMatch(url -> url.endsWith(".jsonl"));
        new Leaderboard(page).press(AriaRole.BUTTON, "Look at their answers", "Enter");
        assertThat(page.locator("#compare-answers")).containsText("answers to the same questions");
        assertThat(asked.stream().filter(url -> url.endsWith(".jsonl")).map(url -> url.replaceAll(".*/data/", "")))
                .containsExactlyInAnyOrder(
                        "cases/alpha.jsonl", "labels/alpha.jsonl", "labels/beta.jsonl", "items.jsonl");
        assertThat(page.locator("#compare-answers")).containsText("Where they disagree most");
    }

    private static List<String> models(Page page, String section) {
        Leaderboard.arrive(page);
        return page.locator(section + "tbody tr:visible").all().stream()
                .map(row -> row.getAttribute("data-model"))
                .toList();
    }
}
