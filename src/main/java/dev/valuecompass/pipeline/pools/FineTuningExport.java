package dev.valuecompass.pipeline.pools;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.items.generator.FineTuning;
import dev.valuecompass.items.generator.GeneratorPrompt;
import dev.valuecompass.items.generator.MeasuredItem;
import dev.valuecompass.pipeline.items.PublishedItems;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;

/** Writes what was measured in all frozen periods as lines from which a generator is fine-tuned. */
public final class FineTuningExport {
    private FineTuningExport() {}

    /** @param examples lines written */
    public record Report(String file, int items, long examples) {
        public String text() {
            return examples + " examples from " + items + " measured items in " + file;
        }
    }

    /**
     * @param least normalised entropy from which an item is taken, in [0, 1]
     * @throws DataException when nothing was measured
     */
    public static Report export(DataFolder data, ValueSystem system, double least, Path file) {
        List<MeasuredItem> measured = PublishedItems.until(new PeriodStore(data.own()), "9999-12", system.id())
                .measured();
        String lines = new FineTuning(GeneratorPrompt.read(data, system)).lines(measured, least);
        if (lines.isEmpty()) {
            throw new DataException(
                    data.own().resolve("periods"),
                    "no item of " + system.id() + " was measured with a power of " + least + " or more",
                    "freeze a period first, or lower --power");
        }
        AtomicFiles.replace(file, lines);
        return new Report(file.toString(), measured.size(), lines.lines().count());
    }
}
