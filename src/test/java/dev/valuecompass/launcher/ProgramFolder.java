package dev.valuecompass.launcher;

import dev.valuecompass.cli.Compass;
import dev.valuecompass.cli.ResidentProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A folder like a fresh clone with fewer items, whose {@code ./compass} runs the classes under test. */
public record ProgramFolder(Path folder) {
    private static final Map<String, CommandLine> COMMANDS =
            Compass.commandLine().getSubcommands();

    /** How a script ended, and all that it printed. */
    public record Ended(int exit, String printed) {}

    /** Each command is a process of its own, as for a user. */
    public static ProgramFolder in(Path folder) throws IOException {
        return in(folder, "exec " + ProgramJar.script());
    }

    /** Commands are run by the process of the tests, which starts nothing for them. */
    public static ProgramFolder resident(Path folder) throws IOException {
        return in(folder, ResidentProgram.script());
    }

    private static ProgramFolder in(Path folder, String start) throws IOException {
        Path launcher = folder.resolve("compass");
        Files.writeString(launcher, launcher(start));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        ShippedLeaderboard.writeSmall(folder.resolve("data/leaderboard.yml"));
        return new ProgramFolder(folder);
    }

    /** A launcher of {@link #resident} that finds its own folder, so that it works in a clone of a folder as well. */
    public static String launcher() throws IOException {
        return launcher(ResidentProgram.script());
    }

    private static String launcher(String start) throws IOException {
        return """
                #!/usr/bin/env bash
                home=$(cd "$(dirname "$0")" && pwd -P)
                """ + KnownVectors.script() + start + "\n";
    }

    public Ended sh(String script) {
        try {
            Process process = new ProcessBuilder("bash", "-eu", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ended(-1, printed + "\nstill running after five minutes");
            }
            return new Ended(process.exitValue(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            KnownVectors.takeBack(folder);
        }
    }

    /** The names of all commands. {@code test} is the launcher's own. */
    public static List<String> commands() {
        List<String> names = new ArrayList<>(COMMANDS.keySet());
        names.add("test");
        names.add("--help");
        names.add("COMMAND");
        return names;
    }

    /** Of a command and the commands below it. */
    public static List<String> options(String command) {
        List<String> names = new ArrayList<>();
        CommandLine line = COMMANDS.get(command);
        if (line != null) {
            collect(line, names);
        } else if (command.equals("test")) {
            // The one command that is a script: its help names its options.
            Matcher option = Pattern.compile("--[a-z]+").matcher(script());
            while (option.find()) {
                names.add(option.group());
            }
        }
        return names;
    }

    private static String script() {
        try {
            return Files.readString(Path.of("src/test/sh/run.sh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(CommandLine line, List<String> names) {
        line.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        line.getSubcommands().values().forEach(below -> collect(below, names));
    }
}
