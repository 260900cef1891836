package dev.valuecompass.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** What a visitor reads off a page with a leaderboard, and how they operate it: with the keyboard alone. */
record Leaderboard(Page page) {
    static Leaderboard open(Page page, String address) {
        page.navigate(address);
        return new Leaderboard(page);
    }

    /** Waits until a page no longer hides what its scripts arrange. */
    static void arrive(Page page) {
        page.locator("html:not(.arranging)")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private Locator rows() {
        return page.locator("table.board tbody tr:visible");
    }

    /** Ids of the models that are shown, from the top, when the view is the one that the address asks for. */
    List<String> order() {
        arrive(page);
        return rows().all().stream().map(row -> row.getAttribute("data-model")).toList();
    }

    String rank(String model) {
        arrive(page);
        return cell(model, "rank").innerText().strip();
    }

    String score(String model) {
        arrive(page);
        return cell(model, "score").locator(".figure").innerText();
    }

    Locator cell(String model, String key) {
        return page.locator("tr[data-model='" + model + "'] [data-key='" + key + "']");
    }

    String notice() {
        return page.locator("#notice").innerText();
    }

    /** The path's query as it stands in the address line. */
    String query() {
        return (String) page.evaluate("location.search");
    }

    /** A control by its accessible name, with the focus on it. */
    Locator focus(AriaRole role, String name) {
        Locator control =
                page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
        control.focus();
        return control;
    }

    void press(AriaRole role, String name, String... keys) {
        focus(role, name);
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Types over what a field holds and leaves it. */
    void type(AriaRole role, String name, String text) {
        focus(role, name);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        page.keyboard().press("Tab");
    }

    void openWeights() {
        page.locator("details.weights summary").first().focus();
        page.keyboard().press("Enter");
    }

    /** Unfolds what stands above the table: {@code filters}, {@code columns}, {@code copying}. */
    void unfold(String part) {
        page.locator("#tools details." + part + " > summary").focus();
        page.keyboard().press("Enter");
    }

    void choose(String list, String option) {
        focus(AriaRole.COMBOBOX, list).selectOption(option);
    }

    String ariaSort(String key) {
        return page.locator("thead th[data-key='" + key + "']").getAttribute("aria-sort");
    }
}
