package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.AcceptChanges;
import dev.valuecompass.cli.terminal.CallFiles;
import dev.valuecompass.cli.terminal.DisplayChoice;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.cli.terminal.ProgramVersion;
import dev.valuecompass.cli.terminal.StopAfter;
import dev.valuecompass.cli.terminal.UsageException;
import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.pipeline.Watch;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.pipeline.shards.BatchedCalls;
import dev.valuecompass.pipeline.shards.Shard;
import dev.valuecompass.pipeline.shards.ShardReport;
import dev.valuecompass.pipeline.shards.ShardRun;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers and recognitions into a run store. */
@Command(
        name = "evaluate",
        description = "Ask every model and read the answers into the run store; freeze and publish nothing.",
        footer = {
            "Shards share nothing: give each its own --runs folder, then merge them. One that died is evaluated again.",
            "A shard takes its part of each endpoint's concurrency and of the budget.",
            "With --requests-out and --results-in calls go by files, stage by stage where a judge reads (docs/batch.md)."
        })
public final class EvaluateCommand extends ProgramCommand {
    @Mixin
    private StoreOptions options;

    @Mixin
    private StopAfter stopAfter;

    @Mixin
    private AcceptChanges changes;

    @Mixin
    private CallFiles files;

    @Option(names = "--shard", paramLabel = "I/N", description = "only part I of N, such as 2/4 (default: 1/1)")
    private String shard = Shard.WHOLE.toString();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "only this model, by its id in the leaderboard file; may be repeated (default: all)")
    private List<String> models = List.of();

    @Option(
            names = "--freeze-labels",
            description =
                    "also write what was read in each answer to PERIOD.labels.jsonl beside the run store, which merge takes"
                            + " without the answers")
    private boolean freezing;

    @Override
    public Integer call() {
        Shard part = Shard.parse(shard)
                .orElseThrow(() -> new UsageException("--shard " + shard
                        + " is not a part of a whole; write it as I/N with I from 1 to N, such as 2/4"));
        RunSetting setting = stopAfter.bound(options.read(process));
        refuseUnknown(models, setting);
        if (freezing && !models.isEmpty()) {
            throw new UsageException("--freeze-labels is for all models of a shard: leave out --model");
        }
        Watch watch = DisplayChoice.of(
                process.terminal(),
                json(),
                models.isEmpty() ? setting.leaderboard().examinees().size() : models.size());
        ShardRun run = new ShardRun(setting, process.environment(), ProgramVersion.current(), watch, freezing);
        if (files.given()) {
            return files.through(
                    process,
                    json(),
                    before -> run.evaluate(part, changes.accepted(), models, before),
                    report -> new CallFiles.CallReport(report.complete(), report.text()));
        }
        ShardReport report = new BatchedCalls(part.share(setting), process.environment(), watch)
                .run(detour -> run.evaluate(part, changes.accepted(), models, detour));
        return ended(report.complete(), report, report.text());
    }

    private static void refuseUnknown(List<String> models, RunSetting setting) {
        List<String> known =
                setting.leaderboard().examinees().stream().map(Examinee::id).toList();
        models.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new UsageException("--model " + id + " is not an examinee; " + NearestName.remedy(id, known));
        });
    }
}
