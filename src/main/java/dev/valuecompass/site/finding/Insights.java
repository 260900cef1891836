package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Commentary;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.FindingLanguage;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.language.Languages;
import dev.valuecompass.site.text.SafeMarkdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** The commentary on a period, {@code insights/<period>.md} of the data folder, where somebody wrote one. */
public final class Insights {
    private final DataFolder data;

    public Insights(DataFolder data) {
        this.data = data;
    }

    /**
     * Where it claims what the findings of its period deny, each with its line; empty when it may be published.
     *
     * @param findings are asked for only when there is a commentary
     */
    public List<Defect> check(String period, Supplier<List<Finding>> findings) {
        Optional<Path> file = data.find(path(period));
        return file.isEmpty() ? List.of() : defects(file.get().toString(), data.text(path(period)), findings.get());
    }

    private List<Defect> defects(String file, String text, List<Finding> findings) {
        SafeMarkdown markdown = SafeMarkdown.parse(text, List.of());
        Quotes quotes = Quotes.of(markdown);
        List<Defect> defects = new ArrayList<>(markdown.defects(file, true));
        Stream.concat(Commentary.mistakes(quotes.links(), findings, english()).stream(), quotes.unreadable().stream())
                .map(mistake -> new Defect(file, mistake.line(), mistake.what(), mistake.fix()))
                .forEach(defects::add);
        defects.sort(Comparator.comparingInt(Defect::line));
        return List.copyOf(defects);
    }

    private FindingLanguage english() {
        return new FindingTexts(Languages.english(data).words());
    }

    /** As it is published, quotes leading to the findings on the same page; empty when there is none. */
    String html(String period) {
        if (data.find(path(period)).isEmpty()) {
            return "";
        }
        Node document = SafeMarkdown.parse(data.text(path(period)), List.of()).document();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getDestination().startsWith(SafeMarkdown.FINDING)) {
                    link.setDestination("#" + anchor(link.getDestination().substring(SafeMarkdown.FINDING.length())));
                }
                visitChildren(link);
            }
        });
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(document);
    }

    static String anchor(String finding) {
        return "finding-" + finding;
    }

    private static String path(String period) {
        return "insights/" + period + ".md";
    }
}
