package dev.valuecompass.responses;

import dev.valuecompass.config.ConditionPlan;
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
        return read("prompts/" + name(system) + ".md");
    }

    /**
     * Another wording of it, {@code prompts/wordings/<name>-<number>.md}.
     *
     * @param number from 1
     * @throws dev.valuecompass.io.DataException as above
     */
    PromptTemplate wording(ValueSystem system, int number) {
        String path = "prompts/wordings/" + name(system) + "-" + number + ".md";
        if (data.find(path).isEmpty()) {
            throw new DataException(
                    data.own().resolve(path),
                    "there is no wording " + number + " of the prompt of '" + system.id() + "'",
                    "write it, or lower conditions.wordings");
        }
        return read(path);
    }

    /**
     * The prompt in a language, {@code prompts/<language>/<name>.md}.
     *
     * @throws dev.valuecompass.io.DataException as above
     */
    PromptTemplate inLanguage(ValueSystem system, String language) {
        return read("prompts/" + language + "/" + name(system) + ".md");
    }

    /** Opens every prompt of a system that the conditions ask for. @throws dev.valuecompass.io.DataException as above */
    public void check(ValueSystem system, ConditionPlan plan) {
        for (int number = 1; number <= plan.wordings(); number++) {
            wording(system, number);
        }
        plan.languages().forEach(language -> inLanguage(system, language));
    }

    private String name(ValueSystem system) {
        String kind = system.elicitation().name().toLowerCase(Locale.ROOT);
        String own = kind + "-" + system.id();
        return data.find("prompts/" + own + ".md").isPresent() ? own : kind;
    }

    private PromptTemplate read(String path) {
        PromptTemplate template = PromptTemplate.read(data, path, NAMES);
        if (!ITEM.matcher(template.text()).find()) {
            throw new DataException(
                    data.file(path), "the prompt never shows the item", "write {{item}} where its text belongs");
        }
        return template;
    }

    /** The user's message. {@link Elicitation#REPLY} templates normally hold nothing but the item. */
    static String message(PromptTemplate template, String item, int keyPoints) {
        return template.fill(Map.of("item", item, "points", Integer.toString(keyPoints)));
    }
}
