package dev.valuecompass.value;

import java.util.List;

/**
 * One value of a value system.
 *
 * @param id unique in its system, lower case, words joined by hyphens
 * @param name as shown
 * @param shortName for narrow columns, at most {@link #SHORT_NAME} characters
 * @param definition one or two sentences, the text that recognisers compare answers with
 * @param keywords words and short phrases that typically show the value; may be empty
 * @param opposite what an answer that opposes the value says, in one sentence; may be empty
 * @param source where the definition comes from
 * @param tasks finer divisions, used to balance items; empty for most systems
 */
public record Dimension(
        String id,
        String name,
        String shortName,
        String definition,
        List<String> keywords,
        String opposite,
        String source,
        List<Task> tasks) {
    /** Characters that fit into a narrow column. */
    public static final int SHORT_NAME = 6;

    /** A finer division of a dimension, such as a safety task with its categories. */
    public record Task(String id, String name, List<Category> categories) {}

    /** The finest division: what a single item is about. */
    public record Category(String id, String name) {}
}
