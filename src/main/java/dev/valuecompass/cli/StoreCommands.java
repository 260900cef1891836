package dev.valuecompass.cli;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.pipeline.RunSetting;
import dev.valuecompass.pipeline.account.Watch;
import dev.valuecompass.pipeline.shards.Shard;
import dev.valuecompass.pipeline.shards.ShardReport;
import dev.valuecompass.pipeline.shards.ShardRun;
import dev.valuecompass.pipeline.shards.StoreReport;
import dev.valuecompass.pipeline.shards.StoredRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The stages of a run one by one: answers into a store, stores into one, a period from a store. */
final class StoreCommands {
    private StoreCommands() {}

    /** What all three take. */
    static final class Common {
        @Mixin
        private Setting setting;

        @Mixin
        private Output output;

        @Option(names = "--seed", paramLabel = "N", description = "use this seed instead of the configured one")
        private Long seed;

        RunSetting read(Process process) {
            return setting.read(process, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        }

        private StoredRun stored(Process process) {
            return new StoredRun(
                    read(process), process.environment(), Compass.Version.current(), process.terminal()::progress);
        }

        private int tell(Process process, StoreReport report) {
            process.terminal().result(output.json(), report, report.text());
            return (report.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
        }
    }

    /** Answers and recognitions into a run store. */
    @Command(
            name = "evaluate",
            description = "Ask every model and read the answers into the run store; freeze and publish nothing.",
            footer = {
                "Shards share nothing: give each its own --runs folder, then merge them. One that died is evaluated again.",
                "A shard takes its part of each endpoint's concurrency and of the budget."
            })
    static final class Evaluate implements Callable<Integer> {
        private final Process process;

        @Mixin
        private Common common;

        @Mixin
        private StopAfter stopAfter;

        @Option(names = "--shard", paramLabel = "I/N", description = "only part I of N, such as 2/4 (default: 1/1)")
        private String shard = Shard.WHOLE.toString();

        @Option(
                names = "--model",
                paramLabel = "ID",
                description = "only this model, by its id in the leaderboard file; may be repeated (default: all)")
        private List<String> models = List.of();

        @Option(
                names = "--accept-changes",
                description = "go on with answers that were begun with other prompts, parameters or texts: what has"
                        + " not changed is used, the rest is asked and paid for again")
        private boolean acceptChanges;

        Evaluate(Process process) {
            this.process = process;
        }

        @Override
        public Integer call() {
            Shard part = Shard.parse(shard)
                    .orElseThrow(() -> new UsageException("--shard " + shard
                            + " is no part of a whole; write it as I/N with I from 1 to N, such as 2/4"));
            RunSetting setting = stopAfter.bound(common.read(process));
            refuseUnknown(models, setting);
            Watch watch = Faces.of(
                    process.terminal(),
                    common.output.json(),
                    models.isEmpty() ? setting.leaderboard().examinees().size() : models.size());
            ShardReport report = new ShardRun(setting, process.environment(), Compass.Version.current(), watch)
                    .evaluate(part, acceptChanges, models);
            process.terminal().result(common.output.json(), report, report.text());
            return (report.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
        }
    }

    private static void refuseUnknown(List<String> models, RunSetting setting) {
        List<String> known =
                setting.leaderboard().examinees().stream().map(Examinee::id).toList();
        models.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new UsageException("--model " + id + " is no examinee; " + NearestName.remedy(id, known));
        });
    }

    /** The union of stores, published. */
    @Command(
            name = "merge",
            description =
                    "Add the run stores of shards to one, then freeze the period and render the site as run would.",
            footer = "Sends nothing and needs no key. Merging again changes nothing.")
    static final class Merge implements Callable<Integer> {
        private final Process process;

        @Mixin
        private Common common;

        @Parameters(paramLabel = "DIR", arity = "1..*", description = "the --runs folder of a shard")
        private List<Path> folders;

        Merge(Process process) {
            this.process = process;
        }

        @Override
        public Integer call() {
            return common.tell(
                    process,
                    common.stored(process)
                            .merge(folders, common.setting.folders().out(process)));
        }
    }

    /** Stored answers, read anew. */
    @Command(
            name = "rescore",
            description =
                    "Read and score the stored answers anew, then freeze and render; no model under test is asked.",
            footer = "A judge, where the leaderboard names one, is asked about what it has not judged yet.")
    static final class Rescore implements Callable<Integer> {
        private final Process process;

        @Mixin
        private Common common;

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                description = "publish changed figures of a frozen period as a new revision, with this reason")
        private String reason;

        Rescore(Process process) {
            this.process = process;
        }

        @Override
        public Integer call() {
            return common.tell(
                    process,
                    common.stored(process).rescore(common.setting.folders().out(process), Optional.ofNullable(reason)));
        }
    }
}
