package dev.valuecompass.site;

import dev.valuecompass.recognition.Evidence;
import dev.valuecompass.recognition.Label;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.snapshot.Case;
import dev.valuecompass.snapshot.PeriodRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Sites as large as they may become, the same on every machine, for budgets and benches. */
public final class LargeSites {
    private static final List<String> SYSTEMS = List.of("schwartz", "mft", "unique", "safety");
    private static final String SENTENCE =
            "People who live together need rules that they can change, and reasons that they can follow. ";

    private LargeSites() {}

    /** One period with every score and interval of four systems, 27 values. */
    public static PeriodRecord period(String period, int models, int cases) {
        Random random = new Random(7);
        SmallPeriod small = new SmallPeriod(period, SYSTEMS.toArray(String[]::new));
        for (int i = 0; i < models; i++) {
            String id = String.format("model-%04d", i);
            small.model(id, "Model " + i, "Maker " + i % 37, i % 3 == 0 ? null : i % 3 == 1);
            for (String system : SYSTEMS) {
                double step = random.nextDouble() * 6 - 3;
                small.scores(id, system, 30 + random.nextDouble() * 40, Math.round(step * 1000) / 1000.0);
            }
            for (int c = 0; c < cases; c++) {
                small.add(one(id, c));
            }
        }
        return small.item("q1", "schwartz", "Should voting be compulsory?").build();
    }

    /** An answer of 1.5 kB with evidence for two values. */
    private static Case one(String model, int c) {
        return new Case(
                "case-" + c,
                model,
                "schwartz",
                "q1",
                "Should voting be compulsory, and for whom, in case " + c + "?",
                "Stance: No. " + SENTENCE.repeat(16),
                List.of(
                        new Case.ValueReading(
                                "self-direction", Label.EXPRESSES, 0.8, null, List.of(new Evidence(12, 104))),
                        new Case.ValueReading(
                                "conformity", Label.OPPOSES, 0.4, null, List.of(new Evidence(196, 280)))));
    }

    /** Renders periods that are made when they are asked for, and dropped again. */
    public static SiteReport render(Path out, List<PeriodSource> newestFirst) {
        return new Site(dev.valuecompass.io.DataFolder.over(Path.of("data")), java.util.Optional.empty())
                .render(newestFirst, out);
    }
}
