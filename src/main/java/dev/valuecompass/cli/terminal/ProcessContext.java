package dev.valuecompass.cli.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the program finds around it: handed to every command, so that tests run commands without a process.
 *
 * @param home the folder that the default files lie in
 */
public record ProcessContext(Terminal terminal, Map<String, String> environment, Clock clock, Path home) {
    /** The same, with a terminal that shows no key of the environment. */
    public ProcessContext guarded() {
        return new ProcessContext(terminal.keeping(environment), environment, clock, home);
    }
}
