package dev.valuecompass.site.finding;

import dev.valuecompass.site.write.PageWriter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** A part of a page by itself. */
final class Part {
    private Part() {}

    /** @param name of its template, such as {@code trendfigure} */
    static String rendered(String name, Map<String, Object> with) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, PageWriter.class.getClassLoader(), "dev.valuecompass.site.templates")
                .render("parts/" + name + ".jte", with, page);
        return page.toString();
    }
}
