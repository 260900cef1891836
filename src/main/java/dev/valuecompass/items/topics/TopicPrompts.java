package dev.valuecompass.items.topics;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.llm.PromptTemplate;
import dev.valuecompass.value.Elicitation;
import java.util.List;

/**
 * The prompts of topic preparation, {@code prompts/topics-*.md}.
 *
 * @param expand asks for more topics like one: {@code {{topic}}, {{kind}}, {{count}}}
 * @param categorise asks for the category of each of some topics: {@code {{topics}}, {{categories}}}
 * @param question asks for a yes/no question on each of some topics: {@code {{topics}}}
 */
public record TopicPrompts(PromptTemplate expand, PromptTemplate categorise, PromptTemplate question) {
    /** @throws dev.valuecompass.io.DataException when one is missing or asks for something unknown */
    public static TopicPrompts read(DataFolder data) {
        return new TopicPrompts(
                PromptTemplate.read(data, "prompts/topics-expand.md", List.of("topic", "kind", "count")),
                PromptTemplate.read(data, "prompts/topics-categorise.md", List.of("topics", "categories")),
                PromptTemplate.read(data, "prompts/topics-question.md", List.of("topics")));
    }

    /** What the items of a system are called when a model is asked for some. */
    public static String kind(Elicitation elicitation) {
        return switch (elicitation) {
            case OPINION -> "questions on which thoughtful people disagree, to be answered with yes or no";
            case COMPLETION -> "openings of a text that break off where somebody has to go on";
            case REPLY -> "requests that a person might send to an assistant";
        };
    }
}
