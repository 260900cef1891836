package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a visitor has before them when a leaderboard opens, and what somebody who hears it is told. */
@Tag("browser")
@ExtendWith(Chromium.class)
class FirstScreenTest {
    private static final String SCHWARTZ = "2026-11/schwartz/index.html";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.usual());
    }

    /** What a page says and the top of its table are seen before anything is scrolled or unfolded. */
    @Test
    void theFirstScreenHasTheVerdictAndTheTopOfTheTable(Visitors visitors) {
        for (Page page : List.of(visitors.desktop(server), visitors.phone(server))) {
            Leaderboard.open(page, SCHWARTZ);
            assertThat(bottom(page, ".verdict")).isLessThan(400);
            assertThat(bottom(page, ".board tbody tr:first-child")).isLessThan(780);
            assertThat(page.locator("#weights > details[open], #tools > details[open]"))
                    .hasCount(0);
        }
    }

    private static double bottom(Page page, String what) {
        return ((Number) page.locator(what).first().evaluate("e => e.getBoundingClientRect().bottom")).doubleValue();
    }

    /** Rows are laid out as flex boxes; to somebody who hears the page, the table stays a table. */
    @Test
    void theTableIsATableToThoseWhoHearIt(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard.open(page, SCHWARTZ);
        JsonArray nodes = page.context()
                .newCDPSession(page)
                .send("Accessibility.getFullAXTree")
                .getAsJsonArray("nodes");
        Map<String, Integer> roles = new HashMap<>();
        for (JsonElement node : nodes) {
            JsonObject one = node.getAsJsonObject();
            if (!one.get("ignored").getAsBoolean()) {
                roles.merge(one.getAsJsonObject("role").get("value").getAsString(), 1, Integer::sum);
            }
        }
        int columns = page.locator("table.board thead th:visible").count();
        // One row of heads, three models, and the row of all models with one head.
        assertThat(roles).containsEntry("table", 1).containsEntry("row", 5).containsEntry("rowheader", 4);
        assertThat(roles).containsEntry("columnheader", columns);
        assertThat(roles.get("cell")).isGreaterThanOrEqualTo(3 * (columns - 1));
    }
}
