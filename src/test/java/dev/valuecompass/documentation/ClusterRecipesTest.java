package dev.valuecompass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes for clusters do what they say, with programs in the place of Slurm's, of Java and of this one. */
class ClusterRecipesTest {
    private static final Path SLURM = Path.of("docs/recipes/slurm.sh").toAbsolutePath();
    private static final Path KUBERNETES = Path.of("docs/recipes/kubernetes.yml");

    /** Runs what it is given at once, once for each task of an array. */
    private static final String SBATCH = """
            #!/bin/sh
            echo "sbatch $*" >> "$LOG"
            for last in "$@"; do :; done
            case "$*" in
                *--array=1-*)
                    n=$(echo "$*" | sed 's/.*--array=1-\\([0-9]*\\).*/\\1/')
                    i=1
                    while [ "$i" -le "$n" ]; do
                        SLURM_ARRAY_TASK_ID=$i sh "$last" || echo "task $i failed with $?" >> "$LOG"
                        i=$((i + 1))
                    done
                    echo "41;cluster" ;;
                *) sh "$last" || echo "merge failed" >> "$LOG"; echo 42 ;;
            esac
            """;

    private static final String PROGRAM = """
            #!/bin/sh
            echo "compass $*" >> "$LOG"
            case "$*" in
                *"--shard 2/"*) exit 3 ;;
                *"--shard 3/"*) exit 1 ;;
            esac
            """;

    @TempDir
    Path folder;

    private record ScriptRun(int exit, String text) {}

    @BeforeEach
    void programs() throws IOException {
        program("sbatch", SBATCH);
        program("compass", PROGRAM);
        program("java", PROGRAM.replace("compass $*", "java $*"));
        Files.createDirectories(folder.resolve("my data"));
        Files.writeString(folder.resolve("my data/leaderboard.yml"), "title: {name: Small}\n");
        Files.writeString(folder.resolve("log"), "");
    }

    private void program(String name, String text) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private ScriptRun sh(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("LOG", folder.resolve("log").toString());
        builder.environment().put("COMPASS", folder.resolve("bin/compass").toString());
        builder.environment().putAll(more);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ScriptRun(process.waitFor(), text);
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log"));
    }

    @Test
    void theArrayAsksEachPartAndTheLastJobMerges() throws Exception {
        ScriptRun run = sh(Map.of(), SLURM.toString(), "my data", "3", "out put");
        assertThat(run.exit()).as(run.text()).isZero();
        assertThat(run.text()).contains("array job 41, then 42");
        Path out = folder.toRealPath().resolve("out put");
        Path data = folder.toRealPath().resolve("my data");
        assertThat(log())
                .contains(
                        "compass evaluate --data " + data + " --runs " + out + "/shards/shard-1 --shard 1/3",
                        "compass evaluate --data " + data + " --runs " + out + "/shards/shard-2 --shard 2/3",
                        "task 3 failed with 1",
                        "compass merge " + out + "/shards --data " + data + " --runs " + out + "/merged --out " + out
                                + "/site")
                .doesNotContain("task 2 failed with 3")
                .anyMatch(line -> line.startsWith("sbatch") && line.contains("--dependency=afterany:41"));
    }

    /** What parts froze beside their stores is all that is merged. */
    @Test
    void partsMayFreezeTheirLabelsForTheMerge() throws Exception {
        Path frozen = Files.createDirectories(folder.resolve("out/shards/shard-1"));
        Files.writeString(frozen.resolve("2026-11.labels.jsonl"), "");
        Files.writeString(frozen.resolve("2026-11.sqlite"), "");
        ScriptRun run = sh(Map.of("LABELS", "1"), SLURM.toString(), "my data", "1", "out");
        assertThat(run.exit()).as(run.text()).isZero();
        Path out = folder.toRealPath().resolve("out");
        assertThat(log())
                .anyMatch(line -> line.endsWith("--shard 1/1 --freeze-labels"))
                .anyMatch(line ->
                        line.startsWith("compass merge " + out + "/shards/shard-1/2026-11.labels.jsonl --data "));
    }

    @Test
    void wrongArgumentsSubmitNothing() throws Exception {
        assertThat(sh(Map.of(), SLURM.toString()).exit()).isEqualTo(2);
        assertThat(sh(Map.of(), SLURM.toString(), "my data", "x", "out").text()).contains("PARTS is a number");
        assertThat(sh(Map.of(), SLURM.toString(), "nowhere", "3", "out").text()).contains("no leaderboard.yml");
        assertThat(log()).isEmpty();
    }

    @Test
    void anIndexedPodAsksItsPart() throws Exception {
        List<String> scripts = new ArrayList<>();
        for (Object document :
                new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(KUBERNETES))) {
            scripts(document, scripts);
        }
        assertThat(scripts).hasSize(2);
        Map<String, String> pod = Map.of("JOB_COMPLETION_INDEX", "0", "PARTS", "8", "WORK", "/leaderboard");
        assertThat(sh(pod, "-c", scripts.get(0)).exit()).isZero();
        assertThat(sh(Map.of("JOB_COMPLETION_INDEX", "1", "PARTS", "8", "WORK", "/leaderboard"), "-c", scripts.get(0))
                        .exit())
                .isZero();
        assertThat(sh(Map.of("JOB_COMPLETION_INDEX", "2", "PARTS", "8", "WORK", "/leaderboard"), "-c", scripts.get(0))
                        .exit())
                .isEqualTo(1);
        assertThat(sh(pod, "-c", scripts.get(1)).exit()).isZero();
        String java = "java -XX:+UseSerialGC -jar /opt/value-compass/value-compass.jar ";
        assertThat(log())
                .contains(
                        java + "evaluate --data /leaderboard/data --runs /leaderboard/shards/shard-1 --shard 1/8",
                        java
                                + "merge /leaderboard/shards --data /leaderboard/data --runs /leaderboard/merged --out /leaderboard/site");
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("/opt/value-compass/value-compass.jar");
    }

    private static void scripts(Object node, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("args") instanceof List<?> args) {
                found.add(String.valueOf(args.get(0)));
            }
            map.values().forEach(value -> scripts(value, found));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> scripts(value, found));
        }
    }
}
