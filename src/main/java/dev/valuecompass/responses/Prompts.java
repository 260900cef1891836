package dev.valuecompass.responses;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ValueSystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The prompts by which examinees are asked: {@code prompts/<elicitation>-<system>.md} where there is such a file,
 * otherwise {@code prompts/<elicitation>.md}. In them {@code {{item}}} is the item's text and {@code {{points}}} the
 * number of key points.
 */
public final class Prompts {
    private static final List<String> NAMES = List.of("item", "points");

    private static final Pattern ITEM = Pattern.compile("\\{\\{\\s*item\\s*\\}\\}");

    private final DataFolder data;

    public Prompts(DataFolder data) {
        this.data = data;
    }

    /**
     * The template for a system, with its digest for the record.
     *
     * @throws dev.valuecompass.io.DataException when it is missing, asks for something unknown or never shows the item
     */
    public PromptTemplate template(ValueSystem system) {
        String kind = system.elicitation().name().toLowerCase(Locale.ROOT);
        String own = "prompts/" + kind + "-" + system.id() + ".md";
        String path = data.find(own).isPresent() ? own : "prompts/" + kind + ".md";
        PromptTemplate template = PromptTemplate.read(data, path, NAMES);
        if (!ITEM.matcher(template.text()).find()) {
            throw new DataException(
                    data.file(path).toString(),
                    0,
                    "the prompt never shows the item",
                    "write {{item}} where its text belongs");
        }
        return template;
    }

    /** The user's message. {@link Elicitation#REPLY} templates normally hold nothing but the item. */
    static String message(PromptTemplate template, String item, int keyPoints) {
        return template.fill(Map.of("item", item, "points", Integer.toString(keyPoints)));
    }
}
