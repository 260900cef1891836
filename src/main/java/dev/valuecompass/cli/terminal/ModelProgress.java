package dev.valuecompass.cli.terminal;

import dev.valuecompass.pipeline.Account;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * Where one model stands.
 *
 * @param done answers that came in, however they ended
 * @param of answers that are wanted
 * @param rate answers a second since asking began
 * @param failed calls that ended in an error, or were not made
 * @param free whether its answers cost nothing
 * @param dollars null when unknown
 * @param secondsLeft at this rate; null when it cannot be told yet
 */
record ModelProgress(
        String model, int done, long of, double rate, int failed, boolean free, BigDecimal dollars, Long secondsLeft) {
    private static final double MILLIS = 1000;

    static ModelProgress of(Account.ModelAccount standing, long of, Duration elapsed) {
        double rate = elapsed.isZero() ? 0 : standing.done() * MILLIS / Math.max(1, elapsed.toMillis());
        Long left = rate == 0 ? null : Long.valueOf(Math.round((of - standing.done()) / rate));
        return new ModelProgress(
                standing.model(),
                standing.done(),
                of,
                rate,
                standing.failed() + standing.skipped(),
                standing.free(),
                standing.spent().dollars(),
                left);
    }

    /** All but the counts: {@code 3.4/s, 2 failed, $0.0012}. */
    String remarks() {
        return String.format(Locale.ROOT, "%.1f/s, %d failed, %s", rate, failed, money());
    }

    private String money() {
        if (free) {
            return "no cost";
        }
        return dollars == null
                ? "cost unknown"
                : "$" + dollars.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** One line for a log. */
    String line() {
        int share = of == 0 ? 100 : (int) (100 * done / of);
        return String.format(Locale.ROOT, "%s %d/%d (%d %%), %s, %s", model, done, of, share, remarks(), timeLeft());
    }

    private String timeLeft() {
        if (secondsLeft == null) {
            return "time left unknown";
        }
        return String.format(
                Locale.ROOT, "%d:%02d:%02d left", secondsLeft / 3600, secondsLeft / 60 % 60, secondsLeft % 60);
    }
}
