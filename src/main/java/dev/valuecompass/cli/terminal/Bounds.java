package dev.valuecompass.cli.terminal;

import dev.valuecompass.io.Range;
import java.math.BigDecimal;

/** Numbers on the command line. */
public final class Bounds {
    private Bounds() {}

    /** @throws UsageException naming the option and what it takes */
    public static int whole(String option, int number, long least, long most) {
        require(
                option,
                Integer.toString(number),
                Range.of(least, most).contains(BigDecimal.valueOf(number)),
                Range.of(least, most));
        return number;
    }

    /** @throws UsageException naming the option when it is no number from 0 to 1 */
    public static double share(String option, double number) {
        require(option, Double.toString(number), number >= 0 && number <= 1, Range.of(0L, 1L));
        return number;
    }

    private static void require(String option, String number, boolean holds, Range range) {
        if (!holds) {
            throw new UsageException(option + " " + number + " is out of range; write a number " + range);
        }
    }
}
