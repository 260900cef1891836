package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader checks a page without trusting it. The site is of four models on four values: sixteen scores, from 132
 * labels: 48 of alpha, 48 of beta, 36 of gamma, none of delta, which refused everything.
 */
@Tag("browser")
@ExtendWith(Chromium.class)
class RecomputeTest {
    /** Files that take the place of those of the site. */
    @TempDir
    private Path changed;

    private Path out;

    @BeforeEach
    void site(Sites sites) {
        out = sites.recomputable();
    }

    private Page open(Visitors visitors, String address) throws Exception {
        Page page = visitors.desktop(visitors.serve(changed, out));
        page.navigate(address);
        return page;
    }

    private void change(String file, UnaryOperator<String> how) throws IOException {
        Path own = changed.resolve(file);
        Files.createDirectories(own.getParent());
        Files.writeString(own, how.apply(Files.readString(out.resolve(file))));
    }

    private static Locator press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recompute this page"))
                .focus();
        page.keyboard().press("Enter");
        return page.locator("#recompute [role=status]");
    }

    @Test
    void aLeaderboardFollowsFromItsFrozenFiles(Visitors visitors) throws Exception {
        Locator status = press(open(visitors, "2025-03/toy/index.html"));
        // Of each model its rank, mean and four values.
        assertThat(status)
                .hasText("\u2713 All 24 numbers on this page are those of snapshot.json."
                        + " All 16 scores of 4 models follow from 132 labels, to the last digit."
                        + " snapshot.json has the published SHA-256.");
    }

    @Test
    void aModelPageAndTheDataPageDoToo(Visitors visitors) throws Exception {
        Page page = open(visitors, "2025-03/models/alpha/index.html");
        assertThat(press(page))
                .hasText("\u2713 All 4 numbers on this page are those of snapshot.json."
                        + " All 4 scores of 1 model follow from 48 labels, to the last digit."
                        + " snapshot.json has the published SHA-256.");
        page.navigate("2025-03/data/index.html");
        assertThat(press(page))
                .hasText("\u2713 All 16 scores of 4 models follow from 132 labels, to the last digit."
                        + " snapshot.json has the published SHA-256.");
    }

    @Test
    void aNumberThatIsNotTheFrozenOneIsNamed(Visitors visitors) throws Exception {
        Page page = open(visitors, "2025-03/toy/index.html");
        page.evaluate("document.querySelector('tr[data-model=gamma] [data-key=\"dim:daring\"]').textContent = '99.0'");
        Locator status = press(page);
        assertThat(status).containsText("\u2717 1 of 24 numbers on this page are not those of snapshot.json.");
        assertThat(page.locator("#recompute li")).hasText("gamma, toy, dim:daring: shown 99.0, found 50.0");
    }

    @Test
    void aScoreThatTheLabelsDoNotGiveIsNamed(Visitors visitors) throws Exception {
        Page page = open(visitors, "2025-03/toy/index.html");
        change("2025-03/data/labels/alpha.jsonl", labels -> labels.replaceFirst("\"\\+", "\"."));
        Locator status = press(page);
        assertThat(status).containsText("\u2717");
        assertThat(status).containsText("1 of 16 scores do not follow from the labels.");
        // Eleven of twelve answers are left.
        assertThat(page.locator("#recompute li")).hasText("alpha, toy, daring: shown 100, found 91.666667");
    }

    @Test
    void aSnapshotThatWasEditedDoesNotHaveItsDigest(Visitors visitors) throws Exception {
        Page page = open(visitors, "2025-03/toy/index.html");
        change("2025-03/data/snapshot.json", snapshot -> snapshot + "\n");
        assertThat(press(page)).containsText("\u2717 All 24 numbers");
        assertThat(page.locator("#recompute [role=status]"))
                .containsText("snapshot.json does not have the published SHA-256.");
    }

    @Test
    void ownWeightsAreNotHeldAgainstThePublishedMeans(Visitors visitors) throws Exception {
        Page page = open(visitors, "2025-03/toy/index.html?w=1&w.daring=3");
        assertThat(press(page)).containsText("\u2713 All 16 numbers");
    }
}
