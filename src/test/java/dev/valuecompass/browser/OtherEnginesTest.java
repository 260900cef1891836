package dev.valuecompass.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.valuecompass.site.SampleSites;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the pages works in Firefox and in WebKit as it does in Chromium, which all other tests ask. */
@Tag("browser")
class OtherEnginesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOARD = "2026-11/schwartz/index.html";
    private static final String COMPARE = "2026-11/compare/index.html?m=alder-2,birch-mini";

    /** For the scripts below. A busy machine is given time; a page that is right answers at once. */
    private static final String TOOLS = """
            const one = (selector) => document.querySelector(selector);
            const all = (selector) => [...document.querySelectorAll(selector)];
            const shown = (element) => element.getClientRects().length > 0;
            const until = async (found) => {
              for (let i = 0; i < 1200; i++) {
                const value = found();
                if (value) return value;
                await new Promise((later) => setTimeout(later, 50));
              }
              throw new Error(`never: ${found}`);
            };
            const arrived = () => until(() => one('#appearance select') && !one('html.arranging'));
            const order = () => all('table.board tbody tr').filter(shown).map((row) => row.dataset.model);
            const score = (model) => one(`tr[data-model=${model}] [data-key=score] .figure`).textContent;
            const type = (field, text) => {
              field.focus();
              field.value = text;
              for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}));
            };
            await arrived();
            """;

    @TempDir
    private static Path out;

    private static PageServer server;

    @BeforeAll
    static void site() throws Exception {
        server = new PageServer(SampleSites.usual(out));
    }

    @AfterAll
    static void closed() {
        server.close();
    }

    @Nested
    class InFirefox extends Visits {
        @Override
        OtherEngine start() throws Exception {
            return new Firefox(TestTools.firefox());
        }
    }

    @Nested
    class InWebKit extends Visits {
        @Override
        OtherEngine start() throws Exception {
            return new WebKit(TestTools.xvfb(), TestTools.webKitDriver(), TestTools.miniBrowser());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Visits {
        private OtherEngine engine;

        abstract OtherEngine start() throws Exception;

        @BeforeAll
        void started() throws Exception {
            engine = start();
        }

        @AfterAll
        void ended() {
            if (engine != null) {
                engine.close();
            }
        }

        private JsonNode on(String address, String body) throws Exception {
            engine.open(server.origin() + address);
            return engine.run(TOOLS + body);
        }

        private static JsonNode list(Object... values) {
            return JSON.valueToTree(List.of(values));
        }

        @Test
        void weights() throws Exception {
            // Alder 2 has 40, 43 … 67: (535 + 4 · 67) / 14.
            assertThat(on(BOARD, """
                            one('details.weights summary').click();
                            const field = await until(() => one('input[type=number][aria-label*=Universalism]'));
                            type(field, '5');
                            await until(() => score('alder-2') === '57.4');
                            return [location.search];
                            """)).isEqualTo(list("?w.universalism=5"));
        }

        @Test
        void aLinkToAView() throws Exception {
            // (535 − 52) / 9.
            assertThat(on(BOARD + "?w.power=0", "return [score('alder-2'), location.search];"))
                    .isEqualTo(list("53.7", "?w.power=0"));
        }

        @Test
        void theQuiz() throws Exception {
            assertThat(on(BOARD, """
                            one('.quiz summary').click();
                            await until(() => all('.portraits fieldset').length === 20);
                            all('.portraits fieldset').forEach((portrait, i) => portrait.querySelectorAll('input')[i % 10 === 9 ? 5 : 0].click());
                            const button = all('button').find((one) => one.textContent.trim() === 'Show who is like me');
                            await until(() => !button.disabled);
                            button.click();
                            await until(() => all('.quiz-result li').length === 3);
                            return [score('alder-2'), location.search];
                            """)).isEqualTo(list("67.0", "?w=0&w.universalism=10"));
        }

        @Test
        void filters() throws Exception {
            assertThat(on(BOARD, """
                            type(one('.find input'), 'birch');
                            await until(() => order().length === 1);
                            return order();
                            """)).isEqualTo(list("birch-mini"));
        }

        @Test
        void sorting() throws Exception {
            // Universalism: Birch mini 61.5, the others 67.
            assertThat(on(BOARD, """
                            const head = one('th[data-key="dim:universalism"]');
                            head.querySelector('button.sort').click();
                            await until(() => head.getAttribute('aria-sort') === 'descending');
                            return [order().at(-1)];
                            """)).isEqualTo(list("birch-mini"));
        }

        @Test
        void comparingAndItsCharts() throws Exception {
            assertThat(on(COMPARE, """
                            const section = await until(() => one('#compare section:first-of-type .chart svg[role=group]') && one('#compare section:first-of-type'));
                            return [
                              ...[...section.querySelectorAll('tbody tr[data-model]')].filter(shown).map((row) => row.dataset.model),
                              [...section.querySelectorAll('.chart .tick')].map((tick) => tick.textContent).join(' '),
                            ];
                            """)).isEqualTo(list("alder-2", "birch-mini", "0 25 50 75 100"));
        }
    }
}
