package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.EvaluationOptions;
import dev.valuecompass.cli.terminal.ExitCode;
import dev.valuecompass.cli.terminal.ProgramCommand;
import dev.valuecompass.llm.chain.ChatModels;
import dev.valuecompass.pipeline.setup.Doctor;
import dev.valuecompass.pipeline.setup.JudgeFloor;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.site.text.HostileText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds out what is wrong with a model before a run is paid for. */
@Command(
        name = "doctor",
        description = "Send one small request to each model: key, parameters, token counts, whole prompts.",
        footer = "Exit code 0 when every model is sound, 1 otherwise. Nothing is kept.")
public final class DoctorCommand extends ProgramCommand {
    @Mixin
    private EvaluationOptions setting;

    /** What {@code --json} prints. @param judge what to know of the model that judges; it fails nothing */
    record Result(boolean ok, List<Doctor.Diagnosis> models, List<String> judge) {}

    @Override
    public Integer call() {
        RunSetting read = setting.read(process);
        try (ChatModels chat = ChatModels.withoutStore(read.leaderboard(), read.data(), process.environment())) {
            List<Doctor.Diagnosis> findings = new Doctor(read, process.environment(), chat).examine();
            boolean ok = findings.stream().allMatch(Doctor.Diagnosis::sound);
            List<String> judge = JudgeFloor.warnings(read, chat);
            String warned = judge.stream().map(line -> "\nwarning: " + line).collect(Collectors.joining());
            print(new Result(ok, findings, judge), table(findings) + warned);
            return (ok ? ExitCode.DONE : ExitCode.BAD_DATA).code();
        }
    }

    private static String table(List<Doctor.Diagnosis> findings) {
        StringBuilder text = new StringBuilder();
        row(text, "model", "sound", "auth", "params", "prompt", "usage", "reported as, and remarks");
        for (Doctor.Diagnosis f : findings) {
            String remarks = f.modelReported() + (f.detail().isEmpty() ? "" : "  " + f.detail());
            row(
                    text,
                    f.examinee(),
                    f.sound() ? "yes" : "NO",
                    word(f.auth()),
                    word(f.parameters()),
                    word(f.canary()),
                    word(f.usage()),
                    HostileText.line(remarks));
        }
        return text.toString().stripTrailing();
    }

    private static void row(StringBuilder text, Object... cells) {
        text.append(String.format(Locale.ROOT, "%-24s %-6s %-5s %-7s %-7s %-6s %s%n", cells));
    }

    private static String word(Doctor.Sign sign) {
        return switch (sign) {
            case YES -> "yes";
            case NO -> "NO";
            case UNKNOWN -> "-";
        };
    }
}
