package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.Bounds;
import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.items.topics.TopicRules;
import dev.valuecompass.pipeline.pools.PoolPreparation;
import dev.valuecompass.pipeline.setup.RunSetting;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A pool without repeats. */
@Command(
        name = "prepare",
        description = "Make a balanced pool without repeats from a pool of topics.",
        footer = {
            "",
            "It writes topics/dilemmas-prepared.jsonl in the data folder. Expansion, categories and rewording as yes/no",
            "questions ask the model in the role of generator; without --expand, --categories and --ask nothing is sent."
        })
final class ItemsPrepareCommand extends ProgramCommand {
    private static final int MOST_EXPANDED = 100;

    @Parameters(index = "0", paramLabel = "POOL", description = "a pool: JSON lines as 'items import' writes them")
    private Path pool;

    @Option(names = "--system", required = true, paramLabel = "ID", description = "the value system of the topics")
    private String system;

    @Option(names = "--ask", description = "let the generator reword topics as yes/no questions")
    private boolean ask;

    @Option(names = "--expand", paramLabel = "N", description = "further topics to ask for each topic (default: 0)")
    private int expand;

    @Option(
            names = "--categories",
            split = ",",
            paramLabel = "NAME",
            description = "let the generator sort the topics into these, separated by commas")
    private List<String> categories = List.of();

    @Option(names = "--items", paramLabel = "N", description = "how many to choose, in balance (default: all)")
    private int items;

    @Option(
            names = "--same",
            paramLabel = "COSINE",
            description = "similarity from which two topics mean the same (default: 0.94)")
    private double same = 0.94;

    @Mixin
    private EvaluationOptions setting;

    @Override
    public Integer call() {
        Bounds.whole("--expand", expand, 0, MOST_EXPANDED);
        Bounds.whole("--items", items, 0, Integer.MAX_VALUE);
        if (!(same > 0 && same < 1)) {
            throw new UsageException("--same " + same + " is out of range; write a number between 0 and 1");
        }
        RunSetting read = setting.read(process);
        TopicRules rules = TopicRules.standard(read.leaderboard().evaluation().seed())
                .expanding(expand)
                .into(categories)
                .meaning(same);
        String name = pool.getFileName().toString().replaceAll("\\.[^.]*$", "") + "-prepared.jsonl";
        boolean asking = ask || expand > 0 || !categories.isEmpty();
        PoolPreparation.Report report = new PoolPreparation(read, process.environment())
                .run(
                        pool,
                        read.theory().system(system),
                        rules,
                        items,
                        asking,
                        read.data().own().resolve("topics").resolve(name));
        return done(report, report.text());
    }
}
