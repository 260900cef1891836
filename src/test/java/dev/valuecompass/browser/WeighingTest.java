package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where weights come from and what they decide, by keyboard alone. */
@Tag("browser")
@ExtendWith(Chromium.class)
class WeighingTest {
    private static final String SCHWARTZ = "2026-11/schwartz/index.html";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
    }

    @Test
    void twentyAnswersBecomeWeightsThatTheAddressKeeps(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        open(page, ".quiz");
        Locator portraits = page.locator(".portraits fieldset");
        assertThat(portraits).hasCount(20);
        Locator apply = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show who is like me"));
        for (int i = 0; i < 20; i++) {
            assertThat(apply).isDisabled();
            // The tenth and the last portrait are of Universalism: very much like me; all others not at all.
            portraits.nth(i).locator("input").nth(i == 9 || i == 19 ? 5 : 0).focus();
            page.keyboard().press("Space");
        }
        board.press(AriaRole.BUTTON, "Show who is like me", "Enter");
        // Alder 2 and Cedar R rise towards Universalism three times as steeply as Birch mini; the shape of all is the
        // same.
        assertThat(page.locator(".quiz-result li")).hasCount(3);
        assertThat(page.locator(".quiz-result")).containsText("Most like you");
        // Only Universalism is above the mean answer; the others are at the bottom and weigh nothing.
        assertThat(board.score("alder-2")).isEqualTo("67.0");
        assertThat(board.query()).isEqualTo("?w=0&w.universalism=10");
        page.reload();
        assertThat(board.score("alder-2")).isEqualTo("67.0");

        page.locator(".quiz summary").click();
        assertThat(portraits.first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(portraits.first()).not().isVisible();
    }

    @Test
    void profilesAreHeldAgainstAnOrderOrTheWeights(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        open(page, ".fit");
        Locator rows = page.locator(".fit tbody tr");
        assertThat(page.locator(".fit caption")).hasText("Fit with the target, best first");
        assertThat(page.locator(".fit thead")).not().containsText("Pearson");
        assertThat(page.locator(".fit"))
                .containsText("the best of these models reaches 0.55 in order by chance about once in twenty times");
        board.choose("Target", "the weights above, as a profile");
        assertThat(rows).hasCount(0);
        assertThat(page.locator(".fit")).containsText("All these weights are alike");
        board.openWeights();
        board.type(AriaRole.SPINBUTTON, "Weight of Universalism as a number", "5");
        open(page, ".fit");
        assertThat(page.locator(".fit thead")).containsText("Pearson");
        assertThat(rows.first()).containsText("Universalism");
    }

    @Test
    void whereMoreIsBetterNoProfileIsATarget(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard.open(page, "2026-11/safety/index.html");
        assertThat(page.locator(".fit")).hasCount(0);
    }

    @Test
    void aSystemThatThePortraitsDoNotFitHasNoQuiz(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard.open(page, "2026-11/safety/index.html");
        assertThat(page.locator(".quiz")).hasCount(0);
        assertThat(page.locator(".robustness")).hasCount(1);
    }

    @Test
    void thePageSaysWhetherTheWeightsDecide(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        open(page, ".robustness");
        // Birch mini is ahead on the first values, Alder 2 and Cedar R, which are alike, on the last ones.
        assertThat(page.locator(".robustness")).containsText("3 of 3 models can be first under some weights");
        assertThat(page.locator(".robustness tbody tr").first()).containsText("Birch mini");
        board.choose("Weights that put first", "Alder 2");
        board.press(AriaRole.BUTTON, "Set these weights", "Enter");
        assertThat(board.rank("alder-2")).startsWith("1");
        assertThat(board.query()).isNotEmpty();
    }

    @Test
    void whoCannotBeFirstIsSaidSo(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, "2026-11/safety/index.html");
        open(page, ".robustness");
        // Birch mini has 100 throughout, Alder 2 at most 95.
        assertThat(page.locator(".robustness")).containsText("1 of 2 models can be first");
        board.choose("Weights that put first", "Alder 2");
        board.press(AriaRole.BUTTON, "Set these weights", "Enter");
        assertThat(page.locator(".put-first [role=status]"))
                .hasText("No weights put Alder 2 first; at best it is 5.0 points behind.");
        assertThat(board.query()).isEmpty();
    }

    @Test
    void valuesOfAllSystemsCanBeWeighedAtOnce(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard board = Leaderboard.open(page, SCHWARTZ);
        board.press(AriaRole.LINK, "All systems", "Enter");
        page.waitForURL("**/all/**");
        // Alder 2: (535 + 90 + … + 95) / 16 = (535 + 555) / 16 = 68.125; Birch mini (570 + 600) / 16 = 73.125.
        assertThat(board.score("alder-2")).isEqualTo("68.1");
        assertThat(board.score("birch-mini")).isEqualTo("73.1");
        assertThat(board.score("cedar-r")).as("it has nothing on Safety").isEqualTo("–");
        board.openWeights();
        board.choose("Start from", "Safety Taxonomy");
        assertThat(board.score("alder-2")).isEqualTo("92.5");
        board.type(AriaRole.SPINBUTTON, "Weight of Power as a number", "3");
        assertThat(board.query()).startsWith("?w=").contains("w.schwartz%2Fpower=3");
        String score = board.score("alder-2");
        page.reload();
        assertThat(board.score("alder-2")).isEqualTo(score);
    }

    private static void open(Page page, String which) {
        page.locator(which + " summary").focus();
        page.keyboard().press("Enter");
    }
}
