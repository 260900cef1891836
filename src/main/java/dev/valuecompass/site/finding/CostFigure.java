package dev.valuecompass.site.finding;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.validity.Reliability;
import dev.valuecompass.scores.validity.SystemValidity;
import dev.valuecompass.scores.validity.ValueValidity;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What reliability costs: a line for each value, 24 high, on a logarithmic axis of 200 from 1 question to the power of ten that all
 * values need, 100 at least and 10,000 at most.
 *
 * @param summary the picture in a sentence
 * @param ticks of the axis
 * @param columns heads of the table that says the same
 * @param note on dollars
 */
public record CostFigure(String summary, List<Tick> ticks, List<Line> lines, List<String> columns, String note) {
    private static final int HEIGHT = 24;
    private static final double WIDTH = 200;
    private static final double[] TARGETS = {0.6, Reliability.WANTED, 0.9};

    /** @param dollars empty where they are not known */
    public record Tick(String at, String questions, String dollars) {}

    /**
     * One value.
     *
     * @param asked where so many questions stand
     * @param needed where those for .8 stand; null where no number would do
     * @param figures cells of the table
     */
    public record Line(String value, String y, String asked, String needed, List<String> figures) {}

    /** Null where reliability is known of no value. */
    static CostFigure of(SystemValidity told, ValueSystem system, PeriodRecord record, PageTexts words) {
        Double price = price(record);
        List<ValueValidity> values = told.values().stream()
                .filter(value ->
                        value.reliability() != null && value.reliability().coefficient() != null)
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        int powers = powers(values);
        List<Line> lines = new ArrayList<>();
        int reached = 0;
        for (ValueValidity value : values) {
            reached += value.reliability().coefficient() >= Reliability.WANTED ? 1 : 0;
            lines.add(line(lines.size(), name(system, value.value()), value.reliability(), price, powers));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int power = 0; power <= powers; power++) {
            long questions = (long) StrictMath.pow(10, power);
            ticks.add(new Tick(
                    place(questions, powers),
                    Figures.whole(questions),
                    price == null ? "" : dollars(price * questions)));
        }
        List<String> columns = new ArrayList<>(List.of(words.get("validity.cost.asked")));
        for (double target : TARGETS) {
            columns.add(words.get("validity.cost.for", "target", plain(target)));
        }
        columns.add(words.get("validity.cost.unit"));
        if (price != null) {
            columns.add(words.get("validity.cost.unit-dollars"));
            columns.add(words.get("validity.cost.dollars", "target", plain(Reliability.WANTED)));
        }
        return new CostFigure(
                words.get("validity.cost.summary", "n", lines.size(), "reached", reached),
                ticks,
                lines,
                columns,
                words.get(price == null ? "validity.cost.unpriced" : "validity.cost.priced"));
    }

    /** What an item of the period cost, in dollars; null where nobody knows or nothing was for sale. */
    private static Double price(PeriodRecord record) {
        boolean known = record.snapshot().run() != null
                && record.snapshot().run().dollars() != null
                && record.snapshot().run().dollars() > 0
                && !record.items().isEmpty();
        return known
                ? Double.valueOf(
                        record.snapshot().run().dollars() / record.items().size())
                : null;
    }

    /** Of ten, so that every value finds room. */
    private static int powers(List<ValueValidity> values) {
        long most = values.stream()
                .map(ValueValidity::reliability)
                .flatMapToLong(one -> {
                    Long needed = Reliability.needed(one.items(), one.coefficient(), Reliability.WANTED);
                    return needed == null ? LongStream.of(one.items()) : LongStream.of(one.items(), needed);
                })
                .max()
                .orElseThrow();
        return most <= 100 ? 2 : most <= 1_000 ? 3 : 4;
    }

    private static Line line(int row, String name, Reliability reliability, Double price, int powers) {
        double r = reliability.coefficient();
        Long needed = Reliability.needed(reliability.items(), r, Reliability.WANTED);
        List<String> figures = new ArrayList<>(List.of(Figures.whole(reliability.items())));
        for (double target : TARGETS) {
            Long items = Reliability.needed(reliability.items(), r, target);
            figures.add(items == null ? Figures.MISSING : Figures.whole(items));
        }
        // Signal to noise, R / (1 - R), rises by as much with each item.
        Double unit = r <= 0 ? null : Double.valueOf(reliability.items() * (1 - Math.min(1, r)) / r);
        figures.add(Figures.one(unit));
        if (price != null) {
            figures.add(unit == null ? Figures.MISSING : dollars(unit * price));
            figures.add(needed == null ? Figures.MISSING : dollars(needed * price));
        }
        return new Line(
                name,
                Figures.place(HEIGHT * row + HEIGHT / 2.0),
                place(reliability.items(), powers),
                needed == null ? null : place(needed, powers),
                figures);
    }

    private static String name(ValueSystem system, String value) {
        return HostileText.line(system.dimension(value).map(Dimension::name).orElse(value));
    }

    private static String dollars(double dollars) {
        return "$" + (dollars < 100 ? Figures.rounded(dollars, 2) : Figures.whole(Math.round(dollars)));
    }

    private static String plain(double target) {
        return Figures.rounded(target, 1).substring(1);
    }

    private static String place(long questions, int powers) {
        double share = StrictMath.log10(Math.max(1, questions)) / powers;
        return Figures.place(WIDTH * Math.max(0, Math.min(1, share)));
    }
}
