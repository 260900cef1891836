package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.valuecompass.site.LargeSites;
import dev.valuecompass.site.edition.PeriodSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A table with more rows than a screen has: those in sight answer at once, the others follow, and none is left out. */
@Tag("browser")
@ExtendWith(Chromium.class)
class LongTableTest {
    private static final int MODELS = 90;
    private static final String ALL = "2026-11/all/index.html";

    /** Moves sliders one after the other without a pause, and says which rows are on the screen then. */
    private static final String DRAG = """
            (moves) => {
              const sliders = document.querySelectorAll('#weights input[type=range]');
              for (const [place, value] of moves) {
                sliders[place].value = value;
                sliders[place].dispatchEvent(new Event('input', {bubbles: true}));
              }
              return [...document.querySelectorAll('.board tbody tr')]
                .map((row) => ({id: row.dataset.model, box: row.getBoundingClientRect()}))
                .filter(({box}) => box.bottom > 0 && box.top < innerHeight)
                .map(({id}) => id);
            }\
            """;

    /** What the table should say: every model by its weighted mean, worked out from the cells alone. */
    private static final String WANTED = """
            (weights) => [...document.querySelectorAll('.board tbody tr')]
              .map((row) => {
                const values = [...row.querySelectorAll('[data-key^="dim:"]')].map((cell) => Number(cell.dataset.value));
                const sum = values.reduce((all, value, i) => all + value * (weights[i] ?? 1), 0);
                const total = values.reduce((all, value, i) => all + (weights[i] ?? 1), 0);
                return {id: row.dataset.model, score: sum / total};
              })
              .sort((a, b) => b.score - a.score)
              .map(({id, score}) => `${id} ${score.toFixed(1)}`)\
            """;

    private static final String SAID = """
            () => [...document.querySelectorAll('.board tbody tr')]
              .map((row) => `${row.dataset.model} ${row.querySelector('.figure').textContent}`)\
            """;

    @TempDir
    private static Path out;

    @AutoClose
    private static PageServer server;

    @BeforeAll
    static void site() throws Exception {
        LargeSites.render(out, List.of(PeriodSource.of(LargeSites.period("2026-11", MODELS, 0))));
        server = new PageServer(out);
    }

    private static Page opened(Visitors visitors) {
        Page page = visitors.desktop(server);
        Leaderboard.open(page, ALL).openWeights();
        page.waitForSelector("#weights input[type=range]");
        return page;
    }

    private static void settles(Page page, Map<String, Double> weights) {
        Object wanted = page.evaluate(WANTED, weights);
        for (int i = 0; i < 900 && !wanted.equals(page.evaluate(SAID)); i++) {
            page.waitForTimeout(50);
        }
        assertThat(page.evaluate(SAID)).isEqualTo(wanted);
        assertThat((List<?>) wanted).hasSize(MODELS);
    }

    @Test
    void whatIsInSightIsRightAtOnceAndEveryRowSoonAfter(Visitors visitors) {
        Page page = opened(visitors);
        page.evaluate("document.querySelector('.board tbody').scrollIntoView()");
        Map<String, Double> weights = Map.of("0", 3.0, "5", 0.5, "9", 5.0);
        List<?> seen = (List<?>) page.evaluate(DRAG, List.of(List.of(0, "3"), List.of(5, "0.5"), List.of(9, "5")));
        List<String> wanted = ids(page.evaluate(WANTED, weights));
        assertThat(seen).hasSizeGreaterThan(5).hasSizeLessThan(40);
        assertThat(seen).isEqualTo(wanted.subList(0, seen.size()));
        settles(page, weights);
        assertThat(page.locator(".board tbody tr")
                        .first()
                        .locator("[data-key=rank]")
                        .innerText())
                .startsWith("1");
    }

    @Test
    void changesOfWhichEachOvertakesTheLastEndInOneOrder(Visitors visitors) {
        Page page = opened(visitors);
        page.evaluate("document.querySelector('.board tbody tr:nth-child(40)').scrollIntoView()");
        for (int i = 0; i < 6; i++) {
            page.evaluate(DRAG, List.of(List.of(i % 3, String.valueOf(i % 5))));
        }
        settles(page, Map.of("0", 3.0, "1", 4.0, "2", 0.0));
        page.goBack();
        settles(page, Map.of("0", 3.0, "1", 4.0, "2", 2.0));
    }

    @Test
    void printingShowsTheTableAsItWillBe(Visitors visitors) {
        Page page = opened(visitors);
        page.evaluate(DRAG, List.of(List.of(3, "4.5")));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.evaluate(SAID)).isEqualTo(page.evaluate(WANTED, Map.of("3", 4.5)));
    }

    private static List<String> ids(Object lines) {
        return ((List<?>) lines)
                .stream().map(line -> ((String) line).split(" ")[0]).toList();
    }
}
