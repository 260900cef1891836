package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.setup.RunSetting;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The deadline of a whole run (R21): asking ends politely, and the same command goes on another time. */
public final class StopAfter {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");

    @Option(
            names = "--stop-after",
            paramLabel = "TIME",
            description = "send nothing more after so long, such as 5h30m or 90s; what is missing then makes the run"
                    + " incomplete (exit code 3), and the same command goes on")
    private String time;

    /** The setting with the time that the option gives. */
    public RunSetting bound(RunSetting setting) {
        return time == null ? setting : setting.within(duration());
    }

    private Duration duration() {
        Matcher form = FORM.matcher(time);
        Duration duration = Duration.ZERO;
        if (form.matches()) {
            duration = Duration.ofDays(part(form, 1))
                    .plusHours(part(form, 2))
                    .plusMinutes(part(form, 3))
                    .plusSeconds(part(form, 4));
        }
        if (duration.isZero()) {
            throw new UsageException("--stop-after " + time + " is not a length of time; write it as 5h30m, 2d or 90s");
        }
        return duration;
    }

    private static long part(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }
}
