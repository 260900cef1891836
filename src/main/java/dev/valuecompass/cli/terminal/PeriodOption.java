package dev.valuecompass.cli.terminal;

import dev.valuecompass.snapshot.PeriodFiles;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names a period; without it, the current month. */
public final class PeriodOption {
    @Option(names = "--period", paramLabel = "YYYY-MM", description = "the period (default: the current month)")
    private String period;

    /** Whether the command line names a period. */
    public boolean given() {
        return period != null;
    }

    /** {@code YYYY-MM}; the current month in UTC unless one is given. */
    public String period(Clock clock) {
        if (period == null) {
            return YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        }
        return Optional.of(period)
                .filter(PeriodFiles::isPeriod)
                .orElseThrow(() -> new UsageException(
                        "--period " + period + " is not a month; write it as YYYY-MM, such as 2026-11"));
    }
}
