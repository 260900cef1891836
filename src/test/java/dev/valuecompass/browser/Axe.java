package dev.valuecompass.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Axe on a page, loaded once however often it looks. Not for pages with frames, which no page of a site has. */
record Axe(Page page) {
    /** Every rule looks at every element; only of what it finds wrong is there a report. */
    private static final String RUN = """
        async rules => {
          const only = rules.length ? {runOnly: {type: 'rule', values: rules}} : {};
          const {violations, passes, incomplete} = await axe.run(document, {resultTypes: ['violations'], ...only});
          if (violations.length + passes.length + incomplete.length === 0) throw new Error('axe looked at nothing');
          return violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${rule.help} ${node.html} ${node.failureSummary}`));
        }\
        """;

    static Axe on(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return new Axe(page);
    }

    /** @param rules all that axe has by default when none is named */
    List<?> violations(String... rules) {
        return (List<?>) page.evaluate(RUN, List.of(rules));
    }
}
