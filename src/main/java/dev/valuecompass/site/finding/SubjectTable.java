package dev.valuecompass.site.finding;

import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * What models show of each value by the subject of the question.
 *
 * @param tests of each value of the system
 * @param values with subjects to tell apart, the columns of {@code subjects}
 * @param subjects in the order of their categories
 */
public record SubjectTable(List<Test> tests, List<String> values, List<Subject> subjects) {
    /** Whether the subject matters. @param figures the ratio with its degrees of freedom, p, and the number of topics */
    public record Test(Link value, String sentence, List<String> figures) {}

    /** One subject. @param cells one for each value */
    public record Subject(String name, List<Cell> cells) {}

    /**
     * All models on one subject.
     *
     * @param mean of the models
     * @param model that departs most from its other scores and those of the others; empty where none departs
     * @param points by which it departs
     * @param title the model's score with its interval; empty as {@code model} is
     */
    public record Cell(String mean, String model, String points, String title) {}
}
