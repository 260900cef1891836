package dev.valuecompass.site.write;

import dev.valuecompass.site.text.Address;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders templates into the output tree. */
public final class PageWriter {
    private static final String PACKAGE = "dev.valuecompass.site.templates";
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PageWriter.class.getClassLoader(), PACKAGE);
    private final OutputTree tree;

    public PageWriter(OutputTree tree) {
        this.tree = tree;
    }

    public OutputTree tree() {
        return tree;
    }

    /**
     * @param template such as {@code board.jte}
     * @param parameters by the names that the template declares
     */
    public void write(Address address, String template, Map<String, Object> parameters) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(template, new LinkedHashMap<>(parameters), page);
        tree.write(address.path(), page::writeTo);
    }
}
