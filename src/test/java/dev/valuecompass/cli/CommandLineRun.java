package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.Terminal;
import dev.valuecompass.embedding.E5Encoder;
import dev.valuecompass.launcher.KnownVectors;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A command as a user runs it, with what it printed. */
record CommandLineRun(int exit, String out, String err) {
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    static {
        E5Encoder.keepLoaded();
    }

    static CommandLineRun of(Path home, String... args) {
        return of(home, Map.of(), args);
    }

    /** @param environment where the command finds its keys */
    static CommandLineRun of(Path home, Map<String, String> environment, String... args) {
        Path runs = KnownVectors.lend(home, args);
        List<Path> surveys = FewCountries.lend(home, args);
        try {
            return captured(home, environment, args);
        } finally {
            FewCountries.takeBack(surveys);
            KnownVectors.takeBack(runs);
        }
    }

    /** With nothing lent to it. */
    static CommandLineRun alone(Path home, String... args) {
        return captured(home, Map.of(), args);
    }

    private static CommandLineRun captured(Path home, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = Compass.run(args, new ProcessContext(terminal, environment, NOVEMBER, home));
        return new CommandLineRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
