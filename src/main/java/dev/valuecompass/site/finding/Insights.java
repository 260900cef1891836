package dev.valuecompass.site.finding;

import dev.valuecompass.findings.Commentary;
import dev.valuecompass.findings.Finding;
import dev.valuecompass.findings.FindingLanguage;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.language.Languages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The commentary on a period, {@code insights/<period>.md} of the data folder, where somebody wrote one. */
public final class Insights {
    private static final String SCHEME = "finding:";

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
        return file.isEmpty()
                ? List.of()
                : Commentary.mistakes(data.text(path(period)), findings.get(), english()).stream()
                        .map(mistake ->
                                new Defect(file.get().toString(), mistake.line(), mistake.what(), mistake.fix()))
                        .toList();
    }

    private FindingLanguage english() {
        return new Speaker(Languages.english(data).words());
    }

    /** As it is published, quotes leading to the findings on the same page; empty when there is none. */
    String html(String period) {
        if (data.find(path(period)).isEmpty()) {
            return "";
        }
        Node document = Parser.builder().build().parse(data.text(path(period)));
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getDestination().startsWith(SCHEME)) {
                    link.setDestination("#" + anchor(link.getDestination().substring(SCHEME.length())));
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
