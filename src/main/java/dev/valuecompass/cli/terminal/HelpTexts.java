package dev.valuecompass.cli.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the help says of every command beside its options: examples, exit codes, and on the first screen the groups. */
public final class HelpTexts {
    private static final Map<String, List<String>> GROUPS = groups();
    private static final Map<String, List<String>> EXAMPLES = examples();
    private static final Map<String, String> EXITS = exits();

    private HelpTexts() {}

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Begin", List.of("init", "check", "doctor", "plan"));
        groups.put("Evaluate", List.of("run", "items", "import"));
        groups.put("On several machines", List.of("evaluate", "merge"));
        groups.put("Publish", List.of("site", "serve", "export", "verify", "rescore", "withdraw"));
        groups.put("Trust", List.of("validity", "validate", "recognizer", "label"));
        groups.put("Help", List.of("help"));
        return groups;
    }

    private static Map<String, String> exits() {
        Map<String, String> exits = new LinkedHashMap<>();
        exits.put("0", "done");
        exits.put("1", "bad data");
        exits.put("2", "bad usage or configuration");
        exits.put("3", "incomplete: the same command goes on");
        exits.put("130", "interrupted");
        return exits;
    }

    private static Map<String, List<String>> examples() {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        examples.put("init", List.of("mine"));
        examples.put("check", List.of("", "--data mine --strict"));
        examples.put("doctor", List.of("--data mine"));
        examples.put("plan", List.of("--data mine --period 2026-11", "--data mine --target-reliability .8"));
        examples.put(
                "run", List.of("", "--data mine --stop-after 5h30m", "--data mine --reason 'one model was misnamed'"));
        examples.put(
                "import",
                List.of(
                        "value-compass ./published --period 2025-08",
                        "inspect logs/one.eval logs/two.eval --data mine --system schwartz",
                        "every-eval-ever ./exported --data mine --period 2026-11"));
        examples.put("export", List.of("every-eval-ever 2026-11 --to exported --data mine"));
        examples.put("evaluate", List.of("--data mine --shard 1/2 --runs shard-1", "--data mine --model alpha"));
        examples.put("merge", List.of("shard-1 shard-2 --data mine"));
        examples.put("site", List.of("--data mine --base-url https://example.org/values/"));
        examples.put("serve", List.of("--data mine --port 8000"));
        examples.put("verify", List.of("2026-11 --data mine", "value-compass-2026-11.zip"));
        examples.put("rescore", List.of("--data mine --reason 'read by a better recogniser'"));
        examples.put(
                "withdraw",
                List.of("2026-11 --data mine --reason 'the prompts were cut'", "2026-11 --data mine --undo"));
        examples.put("validity", List.of("2026-11 --data mine", "--instruments --data mine", "--prime --data mine"));
        examples.put("validate", List.of("--items 30,120 --seeds 3"));
        examples.put("label draw", List.of("--data mine --labels 100"));
        examples.put("label read", List.of("jane.jsonl joe.jsonl --data mine"));
        examples.put("label simulate", List.of("--data mine --raters 2"));
        examples.put("recognizer evaluate", List.of("--data labelled.jsonl --folder mine"));
        examples.put("recognizer train", List.of("--data labelled.jsonl --folder mine"));
        examples.put(
                "items import",
                List.of(
                        "dilemmas.csv --system schwartz --text question --category topic",
                        "nested.json --system schwartz --items /data/*/questions --text /q/text",
                        "value_orientation.csv --system schwartz --source valuebench"));
        examples.put("items prepare", List.of("topics/dilemmas.jsonl --system schwartz --items 200"));
        examples.put("items generate", List.of("--data mine --stop-after 2h"));
        examples.put(
                "items review",
                List.of(
                        "",
                        "--by Jane --approve all",
                        "--by Jane --reject schwartz-0123456789ab --reason 'names a real person'"));
        examples.put("items write", List.of("--system schwartz --dimension security --count 20"));
        examples.put("items export", List.of("--system schwartz --to tuning.jsonl"));
        examples.put("items stats", List.of("--period 2026-11"));
        return examples;
    }

    /** The arguments that the help of a command shows, by its name behind {@code compass}. */
    public static Map<String, List<String>> shown() {
        return EXAMPLES;
    }

    /** The same command line with these texts in its help. */
    public static CommandLine put(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> grouped(help));
        describe(line, "");
        return line;
    }

    private static void describe(CommandLine line, String path) {
        CommandSpec spec = line.getCommandSpec();
        UsageMessageSpec usage = spec.usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(EXITS);
        List<String> examples = EXAMPLES.getOrDefault(path, List.of());
        if (!examples.isEmpty()) {
            // A footer of the command's own follows.
            StringBuilder heading = new StringBuilder("%nExamples:%n");
            examples.forEach(one -> heading.append(("  compass " + path + " " + one).stripTrailing())
                    .append("%n"));
            usage.footerHeading(heading.toString());
        }
        line.getSubcommands().forEach((name, below) -> describe(below, (path + " " + name).strip()));
    }

    private static String grouped(Help help) {
        Map<String, Help> all = help.subcommands();
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((group, names) -> {
            Map<String, Help> those = new LinkedHashMap<>();
            names.stream().filter(all::containsKey).forEach(name -> those.put(name, all.get(name)));
            if (!those.isEmpty()) {
                text.append(group).append(":\n").append(help.commandList(those)).append('\n');
            }
        });
        return text.toString().stripTrailing() + "\n";
    }
}
