package dev.valuecompass.site.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.scores.validity.Grade;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.TopicConditions;
import dev.valuecompass.scores.validity.TopicConditions.ConditionRow;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.scores.validity.ValueValidity.Check;
import dev.valuecompass.scores.validity.ValueValidity.ValueFacts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.finding.SubjectTable.Cell;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectTableTest {
    private final Edition edition = edition();
    private final String first = edition.snapshot().models().get(0).id();
    private final String second = edition.snapshot().models().get(1).id();
    private final String name = edition.snapshot().models().get(0).name();

    /** Means of 60 and 40 on the subjects and of 50 for either model: the first departs by 90 − 50 − 60 + 50 = 30. */
    @Test
    void theModelThatDepartsMostStandsBesideTheMean() {
        SubjectTable table = builder(
                        topics(0.01, row(first, 90, 10), row(second, 50, 50), row("third", 40, 60)), null, null, null)
                .table();
        assertThat(table.subjects())
                .extracting(SubjectTable.Subject::name)
                .as("by the language where the system has no name")
                .containsExactly("army", "work <b>");
        assertThat(table.subjects().get(0).cells())
                .containsExactly(new Cell("60", name, "+30", name + ": 90.0 (85.0 to 95.0)"));
        assertThat(table.subjects().get(1).cells())
                .containsExactly(new Cell("40", name, "\u221230", name + ": 10.0 (5.0 to 15.0)"));
    }

    @Test
    void modelsThatDifferAlikeOnEverySubjectDepartFromNothing() {
        assertThat(builder(topics(0.9, row(first, 90, 70), row(second, 30, 10)), null, null, null)
                        .table()
                        .subjects()
                        .get(0)
                        .cells())
                .containsExactly(new Cell("60", "", "", ""));
    }

    /** Holm: .01 · 3 = .03, .03 · 2 = .06 and, no less than the one before, .06. */
    @Test
    void valuesAreToldByWhatHolmLeaves() {
        SubjectTableBuilder told = builder(p(0.03), p(0.01), null, p(0.04));
        assertThat(told.table().tests())
                .extracting(test -> test.sentence().substring(0, 14) + "|" + String.join("|", test.figures()))
                .containsExactly(
                        "The subject ma|2.50 (1, 4)|0.060|6",
                        "Which models s|2.50 (1, 4)|0.030|6",
                        "This needs two|\u2013|\u2013|\u2013",
                        "The subject ma|2.50 (1, 4)|0.060|6");
        assertThat(told.table().values()).hasSize(3);
        assertThat(told.judgement().orElseThrow().sentence()).contains("On 1 of 3 values");
    }

    @Test
    void whereChanceIsNotSeenNothingIsTested() {
        TopicConditions alike = new TopicConditions(
                List.of("army", "work <b>"), 6, null, null, List.of(row(first, 1, 2), row(second, 3, 4)));
        SubjectTable.Test told = builder(alike).table().tests().get(0);
        assertThat(told.sentence()).startsWith("Models differ alike");
        assertThat(told.figures()).containsExactly("\u2013", "\u2013", "6");
    }

    @Test
    void aSystemWithoutSubjectsHasNoTable() {
        SubjectTableBuilder told = builder(null, null, null, null);
        assertThat(told.table()).isNull();
        assertThat(told.judgement()).isEmpty();
    }

    @Test
    void thePageKeepsHostileCategoriesAsText() {
        String page = Part.rendered(
                "subjecttable",
                Map.of(
                        "subjects",
                        builder(p(0.01), null, null, null).table(),
                        "words",
                        edition.words(),
                        "anchor",
                        "toy"));
        assertThat(page)
                .contains(
                        "Which models show more of it depends on the subject.",
                        "<th scope=\"row\" class=\"model\">army")
                .contains("title=\"" + name + ": 90.0 (85.0 to 95.0)\"")
                .contains("work &lt;b")
                .doesNotContain("<b>");
    }

    private static Edition edition() {
        PeriodRecord record = SamplePeriod.proven();
        return new Edition(
                record, History.of(List.of(record.snapshot())), Languages.english(DataFolder.over(Path.of("data"))));
    }

    private SubjectTableBuilder builder(TopicConditions... topics) {
        List<String> values = SamplePeriod.system().dimensionIds();
        List<ValueValidity> told = new ArrayList<>();
        for (int i = 0; i < topics.length; i++) {
            told.add(new ValueValidity(
                    values.get(i),
                    Grade.UNKNOWN,
                    Check.RELIABILITY,
                    Map.of(),
                    null,
                    null,
                    null,
                    new ValueFacts(null, null, topics[i], null, null)));
        }
        return new SubjectTableBuilder(
                edition,
                new SystemValidity("toy", 2, null, Grade.UNKNOWN, null, null, told, List.of()),
                SamplePeriod.system(),
                new Address("2025-03/validity/index.html"));
    }

    private TopicConditions p(double p) {
        return topics(p, row(first, 90, 10), row(second, 50, 50));
    }

    private static TopicConditions topics(double p, ConditionRow... rows) {
        return new TopicConditions(List.of("army", "work <b>"), 6, 2.5, p, List.of(rows));
    }

    private static ConditionRow row(String model, double army, double work) {
        return new ConditionRow(model, List.of(army, work), List.of(army - 5, work - 5), List.of(army + 5, work + 5));
    }
}
