package dev.valuecompass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Items and their answers, by keyboard alone; the address says what is shown. */
@Tag("browser")
@ExtendWith(Chromium.class)
class ItemsPageTest {
    private static final String LIST = "2026-11/items/schwartz/index.html";
    private static final String ITEM = "2026-11/items/schwartz/p1.html";

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site(Sites sites) throws Exception {
        server = new PageServer(sites.questions());
    }

    @Test
    void theListIsNarrowedAndTheAddressKeepsIt(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(LIST);
        Leaderboard controls = new Leaderboard(page);
        controls.choose("Origin", "adaem");
        assertThat(shown(page)).containsExactly("item-g2", "item-g1");
        controls.choose("Part of the world mentioned", "Americas");
        assertThat(shown(page)).containsExactly("item-g2");
        assertThat(page.locator("#item-filters [role=status]")).hasText("1 of 4");
        page.reload();
        assertThat(shown(page)).containsExactly("item-g2");
        controls.press(AriaRole.BUTTON, "Show all", "Enter");
        controls.choose("Order", "least telling first");
        assertThat(shown(page)).containsExactly("item-p2", "item-g1", "item-g2", "item-p1");
        controls.focus(AriaRole.SEARCHBOX, "Find in the texts");
        page.keyboard().type("museums");
        assertThat(shown(page)).containsExactly("item-p2");
        page.keyboard().press("Tab");
        assertThat(controls.query()).isEqualTo("?q=museums&order=least");
    }

    @Test
    void aSearchKnowsNeitherCaseNorAccents(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(LIST + "?q=M%C3%9CSEUMS");
        assertThat(shown(page)).containsExactly("item-p2");
    }

    /** As on a leaderboard: each choice is a step of the history, and so is all that is typed in one go. */
    @Test
    void backReturnsFromAChoiceAndFromASearch(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(LIST + "?from=letter");
        Leaderboard controls = new Leaderboard(page);
        controls.choose("Origin", "adaem");
        controls.type(AriaRole.SEARCHBOX, "Find in the texts", "no such text");
        assertThat(shown(page)).isEmpty();
        assertThat(controls.query()).isEqualTo("?from=letter&q=no+such+text&origin=adaem");
        page.goBack();
        assertThat(shown(page)).containsExactly("item-g2", "item-g1");
        assertThat(page.getByLabel("Find in the texts")).hasValue("");
        page.goBack();
        assertThat(shown(page)).hasSize(4);
        assertThat(page.getByLabel("Origin")).hasValue("");
        page.goForward();
        assertThat(controls.query()).isEqualTo("?from=letter&origin=adaem");
        assertThat(shown(page)).containsExactly("item-g2", "item-g1");
    }

    @Test
    void whatThePageDoesNotHaveIsSaidAndTheRestIsShown(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(LIST + "?origin=%3Cimg%20src%3Dx%3E&order=least");
        assertThat(page.locator("#notice")).hasText("This page has no “<img src=x>”, which the address asks for.");
        assertThat(shown(page)).containsExactly("item-p2", "item-g1", "item-g2", "item-p1");
        new Leaderboard(page).choose("Origin", "adaem");
        assertThat(page.locator("#notice")).isHidden();
        page.navigate(ITEM + "?m=nobody,alder-2");
        assertThat(page.locator("#notice")).hasText("This page has no “nobody”, which the address asks for.");
        assertThat(page.locator(".side .case:visible")).hasCount(1);
    }

    /** A row that moves makes the browser lay out the list again, which keeps a phone busy before anybody narrowed anything. */
    @Test
    void aListThatNobodyNarrowedIsLeftAsItCame(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.addInitScript("""
                globalThis.moved = 0;
                const append = Element.prototype.append;
                Element.prototype.append = function (...all) {
                  if (this.tagName === 'TBODY') moved += all.length;
                  append.apply(this, all);
                };\
                """);
        page.navigate(LIST);
        assertThat(page.locator("#item-filters [role=status]")).hasText("All 4");
        assertThat(page.getByText("Show all")).isHidden();
        assertThat((int) page.evaluate("moved")).isZero();
        new Leaderboard(page).choose("Order", "least telling first");
        assertThat((int) page.evaluate("moved")).isEqualTo(4);
        assertThat(page.getByText("Show all")).isVisible();
    }

    @Test
    void twoAnswersStandSideBySideAndOnlyWhatTheyDisputeIsLeft(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.navigate(ITEM);
        assertThat(page.locator(".side .case:visible")).hasCount(3);
        Leaderboard controls = new Leaderboard(page);
        controls.press(AriaRole.CHECKBOX, "Alder 2", "Space");
        controls.press(AriaRole.CHECKBOX, "Cedar R", "Space");
        assertThat(page.locator(".side .case:visible")).hasCount(2);
        controls.press(AriaRole.CHECKBOX, "Only where they disagree", "Space");
        assertThat(page.locator(".side [role=status]")).hasText("2 of 3 answers. These answers were read alike.");
        assertThat(page.locator(".side .readings li[data-label]:visible")).hasCount(0);
        controls.press(AriaRole.CHECKBOX, "Cedar R", "Space");
        controls.press(AriaRole.CHECKBOX, "Birch mini", "Space");
        assertThat(page.locator(".side .readings li[data-label]:visible")).hasCount(4);
        assertThat(controls.query()).isEqualTo("?m=alder-2,birch-mini&differ=1");
        page.reload();
        assertThat(page.locator(".side .case:visible")).hasCount(2);
    }

    @Test
    void aLinkToOneAnswerIsCopied(Visitors visitors) {
        Page page = visitors.desktop(server);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("2026-11/models/birch-mini/index.html#case-case-p1");
        page.locator("#case-case-p1 button.copy").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#case-case-p1 button.copy")).hasText("Copied");
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .endsWith("/2026-11/models/birch-mini/index.html#case-case-p1");
    }

    @Test
    void withoutScriptsEveryAnswerIsAPlainList(Visitors visitors) {
        Page page = visitors.withoutScripts(server);
        page.navigate(ITEM);
        assertThat(page.locator(".side .answer:visible")).hasCount(3);
        page.navigate(LIST);
        assertThat(shown(page)).containsExactly("item-p1", "item-g2", "item-g1", "item-p2");
    }

    private static List<String> shown(Page page) {
        return page.locator(".items tbody tr:visible").all().stream()
                .map(row -> row.getAttribute("id"))
                .toList();
    }
}
