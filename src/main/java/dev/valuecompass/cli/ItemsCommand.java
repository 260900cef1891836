package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.FolderOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.Defect;
import dev.valuecompass.items.ItemSource;
import dev.valuecompass.items.PoolColumns;
import dev.valuecompass.items.PoolImporter;
import dev.valuecompass.items.TopicPool;
import dev.valuecompass.items.screening.Screen;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Work on pools of items. */
@Command(
        name = "items",
        description = "Work on pools of items.",
        subcommands = {
            ItemsCommand.Import.class,
            ItemsPrepareCommand.class,
            ItemsGenerateCommand.class,
            ItemsReviewCommand.class,
            ItemsWriteCommand.class,
            ItemsExportCommand.class,
            ItemsStatsCommand.class
        })
public final class ItemsCommand extends ProgramCommand {
    @Override
    public Integer call() {
        throw new UsageException("say what to do with items: import, prepare, generate, review, write, export, stats");
    }

    /** A public dataset as a pool. */
    @Command(
            name = "import",
            description = "Turn a table, JSON lines or JSON into a pool of items, by naming its columns.",
            footer = {
                "",
                "A column of JSON may be a pointer from the item, such as /content/text; several are put together with",
                "' + ' between them. Datasets whose shape is known: docs/item-sources.md.",
                "It writes topics/dilemmas.jsonl in the data folder; name it as a system's pool in leaderboard.yml."
            })
    static final class Import extends ProgramCommand {
        @Parameters(index = "0", paramLabel = "FILE", description = "a .csv file with a header, JSON lines, or JSON")
        private Path file;

        @Option(names = "--system", required = true, paramLabel = "ID", description = "the value system of the items")
        private String system;

        @Option(
                names = "--source",
                paramLabel = "NAME",
                description = "a dataset whose columns are known, of data/item-sources, instead of naming them")
        private String source = "";

        @Option(names = "--text", paramLabel = "COLUMN", description = "holds the text of the item")
        private String text = "";

        @Option(
                names = "--items",
                paramLabel = "POINTER",
                description =
                        "in JSON, where the list of items is, such as /data/*/questions (default: the whole file)")
        private String items = "";

        @Option(names = "--id", paramLabel = "COLUMN", description = "holds its id (default: made from the text)")
        private String id = "";

        @Option(
                names = "--dimension",
                paramLabel = "COLUMN",
                description =
                        "holds the dimension it was written for; needed where a system reads an answer for that one alone")
        private String dimension = "";

        @Option(names = "--category", paramLabel = "COLUMN", description = "holds what it is about")
        private String category = "";

        @Option(
                names = "--map",
                paramLabel = "WORD=DIMENSION",
                description = "the file's word for a dimension, and its id here; may be repeated")
        private Map<String, String> dimensions = Map.of();

        @Mixin
        private FolderOptions folders;

        /** What {@code --json} prints. */
        record Result(int items, String pool, int repeats, List<Defect> refused) {
            String text() {
                return items + " items in " + pool
                        + (repeats == 0 ? "" : "\n" + repeats + " lines repeat a text and were taken once")
                        + (refused.isEmpty() ? "" : "\n" + refused.size() + " left out for what is in them")
                        + refused.stream().map(defect -> "\n  " + defect).collect(Collectors.joining());
            }
        }

        @Override
        public Integer call() {
            ValueSystem measured = Theory.load(folders.data(process)).system(system);
            PoolImporter.Imported imported = new PoolImporter(measured, columns())
                    .read(file, Screen.of(List.of()).forItemsOf(measured));
            String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "") + ".jsonl";
            Path pool = folders.data(process).own().resolve("topics").resolve(name);
            AtomicFiles.replace(pool, TopicPool.write(imported.items(), measured));
            Result result =
                    new Result(imported.items().size(), pool.toString(), imported.repeats(), imported.refused());
            return done(result, result.text());
        }

        private PoolColumns columns() {
            if (source.isEmpty() == text.isEmpty()) {
                throw new UsageException("say either which column holds the text, --text COLUMN, or whose file it is,"
                        + " --source NAME");
            }
            if (source.isEmpty()) {
                return new PoolColumns(items, id, dimension, category, text, dimensions);
            }
            ItemSource known = ItemSource.named(source, folders.data(process));
            process.terminal().progress(known.name() + ", " + known.address() + ", licence: " + known.licence());
            return known.columns();
        }
    }
}
