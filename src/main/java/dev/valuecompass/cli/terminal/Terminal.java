package dev.valuecompass.cli.terminal;

import dev.valuecompass.io.Json;
import dev.valuecompass.llm.EnvironmentKeys;
import dev.valuecompass.site.text.HostileText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where a command speaks. Results go to standard output, progress and mistakes to standard error, so that
 * {@code --json} leaves one object on standard output and nothing else. What is said holds words of models, providers
 * and strangers: keys are taken out of it here once more, and invisible characters become visible, in JSON escapes.
 */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private final UnaryOperator<String> withoutKeys;

    /** @param live whether a person watches, on a terminal whose lines can be rewritten */
    public Terminal(PrintStream out, PrintStream err, boolean live) {
        this(out, err, live, UnaryOperator.identity());
    }

    /** One that nobody watches. */
    public Terminal(PrintStream out, PrintStream err) {
        this(out, err, false);
    }

    private Terminal(PrintStream out, PrintStream err, boolean live, UnaryOperator<String> withoutKeys) {
        this.out = out;
        this.err = err;
        this.live = live;
        this.withoutKeys = withoutKeys;
    }

    /** The same terminal, which shows no key that is in the environment. */
    Terminal keeping(Map<String, String> environment) {
        return new Terminal(out, err, live, EnvironmentKeys.of(environment)::mask);
    }

    /** Whether a person watches. */
    boolean live() {
        return live;
    }

    /** Standard output as it is: only for words of our own. */
    public PrintStream out() {
        return out;
    }

    /** Standard error as it is: only for words of our own. */
    public PrintStream err() {
        return err;
    }

    /** Prints a line to standard error. */
    public void progress(String line) {
        err.println(shown(line));
    }

    /** Prints one JSON value on a line to standard error. */
    void event(String json) {
        err.println(json(json));
    }

    /** Prints {@code result} as one JSON object, or {@code text} for people. */
    public void result(boolean json, Object result, String text) {
        out.print((json ? json(Json.line(result)) : shown(text)) + "\n");
        out.flush();
    }

    /** Prints where a mistake of the program itself happened. */
    public void trace(Throwable mistake) {
        StringWriter trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace));
        progress(trace.toString().stripTrailing());
    }

    private String shown(String text) {
        return HostileText.visible(withoutKeys.apply(text));
    }

    /** Only in its strings is there anything to take out: it stays JSON. */
    private String json(String json) {
        boolean clean = withoutKeys.apply(json).equals(json);
        return HostileText.escaped(clean ? json : Json.mapTexts(json, withoutKeys));
    }
}
