package dev.valuecompass.site.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.valuecompass.findings.Comparability;
import dev.valuecompass.findings.Comparability.Kind;
import dev.valuecompass.findings.LinkedPeriods;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.language.Languages;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.scores.statistics.LinkedScores;
import dev.valuecompass.scores.statistics.MeanChange;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.SamplePeriod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A line over several periods, and why it begins where it does. */
class TrendFigureTest {
    private static final List<String> VALUES = SamplePeriod.system().dimensionIds();
    private static final String SYSTEM = SamplePeriod.system().id();

    private final Edition edition = edition();
    private final List<String> models =
            edition.snapshot().models().stream().map(model -> model.id()).toList();

    private static Edition edition() {
        PeriodRecord record = SamplePeriod.proven();
        return new Edition(
                record, History.of(List.of(record.snapshot())), Languages.english(DataFolder.over(Path.of("data"))));
    }

    private static MeanChange change(double mean, double half) {
        return new MeanChange(mean, 40, 0.1, new Interval(mean - half, mean + half, 0.95));
    }

    /** The first model moves as said, the others stay. */
    private LinkedPeriods whole(double mean, double half, double first) {
        List<MeanChange> changes = new ArrayList<>(Collections.nCopies(models.size(), change(0, 4)));
        changes.set(0, change(first, 4));
        List<Double> scores = Collections.nCopies(models.size(), 50.0);
        return new LinkedPeriods(
                SYSTEM,
                VALUES,
                List.of(),
                40,
                new LinkedScores(models, scores, scores, changes, change(mean, half), List.of()));
    }

    private static PeriodLink link(String before, String after, Comparability comparable, LinkedPeriods... systems) {
        return new PeriodLink(before, after, true, comparable, List.of(systems));
    }

    private static PeriodLink link(String before, String after, LinkedPeriods... systems) {
        return link(before, after, new Comparability(Kind.SHARED_ITEMS, List.of("the items changed")), systems);
    }

    private TrendFigure figure(PeriodLink... latestFirst) {
        return TrendFigure.of(
                List.of(latestFirst),
                SamplePeriod.system(),
                edition,
                new Address(edition.places().findings()));
    }

    /** 3 ± 3 and 5 ± 4 make 8 ± 5; the picture reaches from −13 to 13, so 8 lies at 50(1 − 8/13). */
    @Test
    void stepsAddUpAndSoDoTheSquaresOfTheirErrors() {
        TrendFigure told =
                figure(link("2025-02", "2025-03", whole(5, 4, 6)), link("2025-01", "2025-02", whole(3, 3, 6)));
        assertThat(told.sentence()).contains("Since January 2025, over 3 periods", "+8.0 (+3.0 to +13.0)");
        assertThat(told.begins()).isEmpty();
        assertThat(told.periods())
                .extracting(period -> period.month() + "|" + period.since() + "|" + period.step())
                .containsExactly(
                        "January 2025|–|–",
                        "February 2025|+3.0 (0.0 to +6.0)|+3.0 (0.0 to +6.0)",
                        "March 2025|+8.0 (+3.0 to +13.0)|+5.0 (+1.0 to +9.0)");
        assertThat(Double.parseDouble(told.periods().get(2).y())).isCloseTo(50 * (1 - 8 / 13.0), within(0.05));
        assertThat(told.sentence()).contains(" More than chance, among so many models: ");
        assertThat(told.models().get(0).change()).isEqualTo("+12.0 (+6.3 to +17.7)");
        assertThat(told.models()).hasSize(models.size());
    }

    @Test
    void theReasonOfABreakIsTold() {
        PeriodLink latest = link("2025-03", "2025-04", whole(1, 3, 0));
        PeriodLink second = link("2025-02", "2025-03", whole(1, 3, 0));
        LinkedPeriods few = new LinkedPeriods(SYSTEM, List.of(), VALUES, 7, null);
        assertThat(figure(latest, second, link("2025-01", "2025-02", few)).begins())
                .isEqualTo(
                        "The line begins in February 2025. With the period before it shares 7 questions per value; to tell"
                                + " drift from a change of questions takes 20 or more, on at least 10 topics.");
        Comparability other = new Comparability(Kind.NOTHING, List.of("the recogniser changed"));
        TrendFigure reader = figure(latest, link("2025-02", "2025-03", other));
        assertThat(reader.begins())
                .isEqualTo(
                        "The line begins in March 2025. The period before cannot be compared: the recogniser changed.");
        assertThat(reader.sentence()).as("two periods are no line of several").isEmpty();
        PeriodLink imported = new PeriodLink("2025-01", "2025-02", false, other, List.of());
        assertThat(figure(latest, second, imported).begins()).contains("without the labels that a link needs");
        assertThat(figure(latest, second, link("2025-01", "2025-02")).begins()).contains("had other values");
    }

    @Test
    void whereTheLatestLinkBreaksNothingIsDrawn() {
        assertThat(figure(link("2025-03", "2025-04"), link("2025-02", "2025-03", whole(1, 3, 0))))
                .isNull();
        assertThat(figure(link("2025-03", "2025-04", whole(1, 3, 0)))).isNull();
        assertThat(figure()).isNull();
    }

    @Test
    void noLineIsLongerThanWhatTheValidationTried() {
        PeriodLink[] links = new PeriodLink[TrendFigure.MOST_LINKS];
        for (int i = 0; i < links.length; i++) {
            links[i] = link(
                    "2025-%02d".formatted(links.length - i),
                    "2025-%02d".formatted(links.length - i + 1),
                    whole(1, 3, 0));
        }
        assertThat(figure(links).begins()).startsWith("No line is drawn over more than " + (links.length + 1));
    }

    @Test
    void thePageHasTheLineAndItsBand() {
        String page = Part.rendered(
                "trendfigure",
                Map.of(
                        "trend",
                        figure(link("2025-02", "2025-03", whole(5, 4, 6)), link("2025-01", "2025-02", whole(3, 3, 6))),
                        "words",
                        edition.words(),
                        "anchor",
                        "toy"));
        assertThat(page)
                .contains("Over several periods", "class=\"trend-line\" d=\"M0.0 50.0L150.0 38.5L300.0 19.2\"")
                .contains("<title>March 2025: +8.0 (+3.0 to +13.0)</title>");
    }
}
