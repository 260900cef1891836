package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Commentary;
import dev.valuecompass.findings.Commentary.Mistake;
import dev.valuecompass.findings.Commentary.Quote;
import dev.valuecompass.site.text.SafeMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The links to findings in a commentary, whatever their form in Markdown, and what was meant for one and is none. Code is
 * no claim.
 *
 * @param unreadable one for each text that names the scheme outside a link
 */
record Quotes(List<Quote> links, List<Mistake> unreadable) {
    /** "A finding: models differ" is prose. */
    private static final Pattern MEANT = Pattern.compile("(?i)finding:[\\p{L}\\p{N}-]");

    static Quotes of(SafeMarkdown text) {
        List<Quote> links = new ArrayList<>();
        List<Mistake> unreadable = new ArrayList<>();
        text.document().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String to = link.getDestination();
                if (to.startsWith(SafeMarkdown.FINDING)) {
                    String id = to.substring(SafeMarkdown.FINDING.length());
                    links.add(new Quote(SafeMarkdown.line(link), id, link.getTitle()));
                } else {
                    visitChildren(link);
                }
            }

            @Override
            public void visit(Text words) {
                if (names(words) && !(words.getPrevious() instanceof Text before && names(before))) {
                    unreadable.add(Commentary.unreadable(SafeMarkdown.line(words)));
                }
            }
        });
        return new Quotes(links, unreadable);
    }

    /** Brackets and marks of emphasis cut a run of words into several texts. */
    private static boolean names(Text words) {
        StringBuilder run = new StringBuilder(words.getLiteral());
        for (Node next = words.getNext(); next instanceof Text more; next = next.getNext()) {
            run.append(more.getLiteral());
        }
        return MEANT.matcher(run).find();
    }
}
