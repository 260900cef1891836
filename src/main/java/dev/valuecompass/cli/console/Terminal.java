package dev.valuecompass.cli.console;

import dev.valuecompass.io.Json;
import java.io.PrintStream;

/**
 * Where a command speaks. Results go to standard output, progress and mistakes to standard error, so that
 * {@code --json} leaves one object on standard output and nothing else.
 *
 * @param live whether a person watches, on a terminal whose lines can be rewritten
 */
public record Terminal(PrintStream out, PrintStream err, boolean live) {
    /** One that nobody watches. */
    public Terminal(PrintStream out, PrintStream err) {
        this(out, err, false);
    }

    /** Model output may end up in messages; escape sequences must not reach the terminal. */
    private static final String CONTROL = "[\\p{Cntrl}&&[^\\n\\t]]";

    /** Prints a line to standard error; control characters in it are replaced. */
    public void progress(String line) {
        err.println(line.replaceAll(CONTROL, "\uFFFD"));
    }

    /** Prints {@code result} as one JSON object, or {@code text} for people. */
    public void result(boolean json, Object result, String text) {
        out.print(json ? Json.line(result) + "\n" : text.replaceAll(CONTROL, "\uFFFD") + "\n");
        out.flush();
    }
}
