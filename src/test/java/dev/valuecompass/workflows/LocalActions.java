package dev.valuecompass.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the shell steps of a workflow in order on this machine, each job in a fresh clone; checkouts, artifacts and the
 * GitHub command line are played by git and folders. A job of which a step fails ends as on GitHub: what is to be done
 * always is done, and no job that needs it runs.
 */
final class LocalActions {
    /** Of {@code action.yml}, as repositories name it that use the released program. */
    static final String OURS = "OWNER/value-compass@v1";

    private final Path workflows;
    private final Path origin;
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private int runs;

    /** What a workflow did: the jobs that ran, those of them that failed, and everything printed. */
    record Ended(List<String> ran, List<String> failed, String log) {}

    /**
     * @param workflows folder of the workflow files
     * @param origin a bare repository
     * @param folder for clones, artifacts and published pages; {@code value-compass} in it is the program that is released
     */
    LocalActions(Path workflows, Path origin, Path folder) throws IOException {
        this.workflows = workflows;
        this.origin = origin;
        this.folder = folder;
        Path gh = Files.createDirectories(folder.resolve("bin")).resolve("gh");
        Files.writeString(gh, """
                #!/bin/sh
                case "$1 $2" in
                    api*runs?event=workflow_dispatch*)
                        for run in $(ls "$GH_RUNS" 2>/dev/null); do
                            printf '%s\tworkflow_dispatch\tmain\towner/values\t.github/workflows/evaluate.yml\n' "$run"
                        done ;;
                    api*runs?event=schedule*) ;;
                    'run download') [ -d "$GH_RUNS/$3/$7" ] && mkdir -p "$9" && cp -r "$GH_RUNS/$3/$7/." "$9" ;;
                    *) echo "gh $*: not played here" >&2; exit 1 ;;
                esac
                """);
        Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Sets a variable that steps see, as a runner's environment does. */
    void environment(String name, String value) {
        variables.put(name, value);
    }

    /** The artifact of that name which the newest run left. */
    Path newest(String artifact) {
        for (int run = runs; run > 0; run--) {
            Path kept =
                    folder.resolve("artifacts").resolve(Integer.toString(run)).resolve(artifact);
            if (Files.exists(kept)) {
                return kept;
            }
        }
        throw new AssertionError("no run kept " + artifact);
    }

    Path published() {
        return folder.resolve("pages");
    }

    Ended run(String workflow, Map<String, Object> inputs) {
        StringBuilder log = new StringBuilder();
        List<String> ran = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        runs++;
        Map<String, Object> needs = new HashMap<>();
        Workflow.read(workflows, workflow).jobs().forEach((id, job) -> {
            Map<String, Object> contexts = new HashMap<>(Map.of(
                    "inputs",
                    inputs,
                    "needs",
                    needs,
                    "github",
                    Map.of("ref_name", "main", "token", "none", "ref", "main", "repository", "owner/values")));
            boolean ready = needed(job).stream().allMatch(needs::containsKey);
            if (!new Expressions(contexts).holds(job.get("if"), ready)) {
                return;
            }
            ran.add(id);
            try {
                needs.put(
                        id,
                        Map.of(
                                "outputs",
                                job.containsKey("uses") ? called(job, contexts, log) : job(id, job, contexts, log)));
            } catch (FailedStepException e) {
                log.append(e.getMessage());
                failed.add(id);
            }
        });
        return new Ended(ran, failed, log.toString());
    }

    private static List<String> needed(Map<String, Object> job) {
        Object needs = job.get("needs");
        return needs == null
                ? List.of()
                : needs instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(needs));
    }

    private Map<String, Object> called(Map<String, Object> job, Map<String, Object> contexts, StringBuilder log) {
        String name = Path.of(String.valueOf(job.get("uses"))).getFileName().toString();
        Map<String, Object> with = new HashMap<>();
        Workflow.map(job.get("with")).forEach((key, value) -> with.put(key, new Expressions(contexts).fill(value)));
        Ended ended = run(name, with);
        log.append(ended.log());
        if (!ended.failed().isEmpty()) {
            throw new FailedStepException(name + " failed");
        }
        return Map.of();
    }

    private Map<String, Object> job(
            String id, Map<String, Object> job, Map<String, Object> contexts, StringBuilder log) {
        Object matrix =
                Workflow.map(Workflow.map(job.get("strategy")).get("matrix")).get("shard");
        List<Object> shards = matrix == null ? List.of("") : new Expressions(contexts).list(matrix);
        Map<String, Object> outputs = new HashMap<>();
        for (Object shard : shards) {
            Map<String, Object> own = new HashMap<>(contexts);
            own.put("matrix", Map.of("shard", shard));
            Map<String, Object> steps = new HashMap<>();
            own.put("steps", steps);
            Path workspace = directory(folder.resolve("work").resolve(runs + "-" + id + shard));
            delete(installed());
            FailedStepException failure = null;
            for (Map<String, Object> step : Workflow.steps(job)) {
                Expressions expressions = new Expressions(own);
                if (expressions.holds(step.get("if"), failure == null)) {
                    try {
                        Map<String, Object> result = step.containsKey("run")
                                ? shell(job, step, expressions, workspace, log)
                                : action(step, expressions, workspace);
                        steps.put(String.valueOf(step.get("id")), Map.of("outputs", result));
                    } catch (FailedStepException e) {
                        failure = e;
                    }
                }
            }
            if (failure != null) {
                throw failure;
            }
            Workflow.map(job.get("outputs"))
                    .forEach((name, value) -> outputs.put(name, new Expressions(own).fill(value)));
        }
        return outputs;
    }

    /** The program, for the job that installs it. */
    private Path installed() {
        return folder.resolve("bin/compass");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> shell(
            Map<String, Object> job,
            Map<String, Object> step,
            Expressions expressions,
            Path workspace,
            StringBuilder log) {
        try {
            Path outputs = Files.createTempFile(folder, "outputs", "");
            ProcessBuilder builder = new ProcessBuilder(
                            "bash", "-eo", "pipefail", "-c", String.valueOf(step.get("run")))
                    .directory(workspace.toFile())
                    .redirectErrorStream(true);
            Map<String, String> environment = builder.environment();
            environment.putAll(variables);
            environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
            environment.put("GH_RUNS", folder.resolve("artifacts").toString());
            environment.put("GITHUB_OUTPUT", outputs.toString());
            environment.put("RUNNER_TEMP", folder.toString());
            for (Map<String, Object> level : List.of(job, step)) {
                Workflow.map(level.get("env")).forEach((name, value) -> environment.put(name, expressions.fill(value)));
            }
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            log.append(printed);
            int code = process.waitFor();
            if (code != 0) {
                throw new FailedStepException("step '" + step.get("name") + "' ended with " + code);
            }
            Map<String, Object> result = new HashMap<>();
            Files.readAllLines(outputs).forEach(line -> result.put(line.split("=", 2)[0], line.split("=", 2)[1]));
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> action(Map<String, Object> step, Expressions expressions, Path workspace) {
        Map<String, String> with = new HashMap<>();
        Workflow.map(step.get("with")).forEach((key, value) -> with.put(key, expressions.fill(value)));
        String uses = String.valueOf(step.get("uses"));
        String action = uses.matches("[^/]+/value-compass@v1") ? OURS : uses.replaceFirst("@.*", "");
        Path artifacts = folder.resolve("artifacts").resolve(Integer.toString(runs));
        switch (action) {
            case "actions/checkout" -> git(folder, "clone", "-q", origin.toString(), workspace.toString());
            case "actions/upload-artifact" -> {
                Path kept = workspace.resolve(with.get("path"));
                if (Files.exists(kept) || !"ignore".equals(with.get("if-no-files-found"))) {
                    copy(kept, artifacts.resolve(with.get("name")));
                }
            }
            case "actions/download-artifact" -> download(with, artifacts, workspace);
            case OURS -> copy(folder.resolve("value-compass"), installed());
            case "actions/upload-pages-artifact" -> copy(workspace.resolve(with.get("path")), published());
            case "actions/configure-pages" -> {
                return Map.of("base_url", "https://example.org/leaderboard");
            }
            case "actions/setup-java", "actions/setup-node", "actions/deploy-pages" -> {}
            default -> throw new IllegalArgumentException(action + " is not played here");
        }
        return Map.of();
    }

    /** One artifact by its name, or those that match: each in a folder of its own, but one alone in the folder itself. */
    private static void download(Map<String, String> with, Path artifacts, Path workspace) {
        Path target = workspace.resolve(with.get("path"));
        if (with.containsKey("name")) {
            copy(artifacts.resolve(with.get("name")), target);
            return;
        }
        String name = Pattern.quote(with.get("pattern")).replace("*", "\\E.*\\Q");
        try (Stream<Path> found = Files.list(artifacts)) {
            List<Path> matching = found.filter(
                            folder -> folder.getFileName().toString().matches(name))
                    .toList();
            matching.forEach(
                    folder -> copy(folder, matching.size() == 1 ? target : target.resolve(folder.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void git(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.org"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ":\n" + printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class FailedStepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedStepException(String what) {
            super(what);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
