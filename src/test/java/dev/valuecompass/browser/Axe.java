package dev.valuecompass.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Axe on a page, loaded once however often it looks. Not for pages with frames, which no page of a site has. */
record Axe(Page page) {
    /** Only of what is found wrong is there a report. */
    private static final String RUN = """
        async (context, rules) => {
          const {violations, passes, incomplete} = await axe.run(context, {resultTypes: ['violations'], ...rules});
          if (violations.length + passes.length + incomplete.length === 0) throw new Error('axe looked at nothing');
          return violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${rule.help} ${node.html} ${node.failureSummary}`));
        }\
        """;

    /**
     * Contrast is the dearest rule by far, and follows from the styles of a text and of all that it lies in. Of texts that have
     * the same, axe looks at the first, and at every one that may lie on something else than what it lies in.
     */
    private static final String MARK_ALIKE = """
        () => {
          const seen = new Set();
          const alike = (e, outer) => {
            const s = getComputedStyle(e);
            const look = outer + [e.tagName, s.color, s.backgroundColor, s.backgroundImage, s.fontSize, s.fontWeight, s.opacity,
              s.textShadow, s.position === 'absolute' || s.position === 'fixed' ? seen.size : ''].join();
            const shows = e.matches('input, select, textarea') || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            let all = !shows || seen.has(look);
            if (shows) seen.add(look);
            for (const child of e.children) all = alike(child, look) && all;
            e.toggleAttribute('data-like-another', all);
            return all;
          };
          alike(document.body, '');
        }\
        """;

    static Axe on(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return new Axe(page);
    }

    /** By every rule that axe has by default, contrast among them. */
    List<?> violations() {
        List<Object> all = new ArrayList<>(contrast());
        all.addAll(run("document, {rules: {'color-contrast': {enabled: false}}}"));
        return all;
    }

    List<?> contrast() {
        page.evaluate(MARK_ALIKE);
        return run("{exclude: [[':not([data-like-another]) > [data-like-another]']]}, {runOnly: ['color-contrast']}");
    }

    private List<?> run(String what) {
        return (List<?>) page.evaluate("() => (" + RUN + ")(" + what + ")");
    }
}
