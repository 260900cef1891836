package dev.valuecompass.site.text;

import dev.valuecompass.io.Defect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown of somebody else, as a tree: however a link is written, it is a node here. Links lead to pages of the site, to
 * {@code https} or to a finding where findings may be quoted; HTML and images have no place in it.
 */
public final class SafeMarkdown {
    /** The scheme of a link to a finding. */
    public static final String FINDING = "finding:";

    private static final Pattern SCHEME = Pattern.compile("^[\\p{L}\\p{N}+.\\-\\s]*(?::|%3[aA])");
    private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}]");

    private final Node document;

    private SafeMarkdown(Node document) {
        this.document = document;
    }

    public static SafeMarkdown parse(String text, List<Extension> extensions) {
        return new SafeMarkdown(Parser.builder()
                .extensions(extensions)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(text));
    }

    /** The tree; whoever changes it changes it here too. */
    public Node document() {
        return document;
    }

    /** The line of a node in the file, from 1; its nearest neighbour's above where it has none. */
    public static int line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 0;
    }

    /**
     * Everything in it that may not be published.
     *
     * @param file for the places
     * @param findings whether findings may be quoted
     */
    public List<Defect> defects(String file, boolean findings) {
        List<Defect> defects = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (!leadsSomewhereSafe(link.getDestination(), findings)) {
                    wrong(
                            link,
                            "a link to '" + HostileText.line(link.getDestination()) + "'",
                            "link to https://…, to a page of the site" + (findings ? " or to finding:ID" : "")
                                    + ", or leave the link out");
                }
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                wrong(image, "an image", "link to it instead: the site loads nothing from elsewhere");
                visitChildren(image);
            }

            @Override
            public void visit(HtmlInline html) {
                wrong(html, "HTML: " + HostileText.line(html.getLiteral()), "write Markdown, or `code`");
            }

            @Override
            public void visit(HtmlBlock html) {
                wrong(html, "a block of HTML", "write Markdown, or a block of code");
            }

            private void wrong(Node node, String what, String fix) {
                defects.add(new Defect(file, line(node), what, fix));
            }
        });
        return List.copyOf(defects);
    }

    private static boolean leadsSomewhereSafe(String destination, boolean findings) {
        if (destination.startsWith(FINDING)) {
            return findings;
        }
        if (BLANK.matcher(destination).find() || destination.indexOf('\\') >= 0 || destination.startsWith("//")) {
            return false;
        }
        return SCHEME.matcher(destination).find() ? isHttps(destination) : !destination.isEmpty();
    }

    private static boolean isHttps(String destination) {
        try {
            URI uri = new URI(destination);
            return "https".equals(uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
