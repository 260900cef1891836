package dev.valuecompass.launcher;

import dev.valuecompass.io.Digest;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/**
 * The classes under test as users start them: in a jar, with an archive of the classes as this JVM lays them out, and the
 * flags of the launcher. Made once for a state of the classes, by whichever process of the tests comes first.
 */
public final class ProgramJar {
    private static final String MAIN = "dev.valuecompass.cli.Compass";
    private static final Path CLASSES = Path.of("target", "classes");
    /** Of everything that runs a little. */
    private static final String SMALL = """
            title: {name: Small}
            endpoints:
              - {id: simulated, kind: simulated, file: simulated/alike.yml}
            examinees:
              - {id: aurora-large, name: A, endpoint: simulated, model: aurora-large, developer: D, access: open, type: chat}
              - {id: borealis-8b, name: B, endpoint: simulated, model: borealis-8b, developer: D, access: open, type: chat}
              - {id: delta-pro, name: C, endpoint: simulated, model: delta-pro, developer: D, access: open, type: chat}
            roles: {recognizer: embedded, explorers: [aurora-large, borealis-8b], scorers: [borealis-8b, delta-pro]}
            systems:
              - system: schwartz
                pool: topics/schwartz.jsonl
                items: 4
                floor: 0
                evolve: {budget: 2, topics: 2, explore: 1, depth: 1}
            evaluation: {minimum-coverage: 0.5, resamples: 20}
            """;

    private static final List<String> START = start();

    private ProgramJar() {}

    /** The words of a command that starts the program on a home folder, to which its own arguments are added. */
    public static List<String> command(Path home, String... arguments) {
        List<String> command = new ArrayList<>(START);
        command.add("-Dcompass.home=" + home);
        command.add(MAIN);
        command.addAll(List.of(arguments));
        return command;
    }

    /** The words that start a class of the tests beside the program, with a home folder and its arguments. */
    public static List<String> command(Class<?> main, Path home, String... arguments) {
        List<String> command = new ArrayList<>(START);
        int path = command.size() - 1;
        // What stands behind the libraries leaves the archive valid.
        command.set(
                path,
                command.get(path)
                        + File.pathSeparator
                        + Path.of("target", "test-classes").toAbsolutePath());
        command.add("-Dcompass.home=" + home);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same for a shell, which has the home in {@code $home} and the arguments in {@code $@}. */
    static String script() {
        return START.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "))
                + " \"-Dcompass.home=$home\" " + MAIN + " \"$@\"";
    }

    private static List<String> start() {
        try {
            List<Path> files = files();
            Path folder = Path.of("target", "test-program").toAbsolutePath();
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return made(folder.resolve(state(files)), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> made(Path folder, List<Path> files) throws IOException {
        Path jar = folder.resolve("program.jar");
        Path archive = folder.resolve("program.jsa");
        if (!Files.exists(jar)) {
            Files.createDirectories(folder);
            Path part = folder.resolve("part");
            pack(files, part);
            Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!Files.exists(archive)) {
            layOut(jar, archive);
        }
        List<String> start = java(jar);
        if (Files.exists(archive)) {
            start.add(1, "-XX:SharedArchiveFile=" + archive);
        }
        return List.copyOf(start);
    }

    /** Without an archive the program only starts slower. What a small run loads, nearly every command needs a part of. */
    private static void layOut(Path jar, Path archive) throws IOException {
        Path home = jar.resolveSibling("home");
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/leaderboard.yml"), SMALL);
        KnownVectors.lend(home, "run");
        List<String> java = java(jar);
        Path part = archive.resolveSibling("part.jsa");
        java.add(1, "-XX:ArchiveClassesAtExit=" + part);
        finish(home, java, "run", "--period", "2026-11");
        if (Files.exists(part)) {
            Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void finish(Path home, List<String> java, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-Dcompass.home=" + home, MAIN));
        command.addAll(List.of(arguments));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The flags are those of {@code ./compass}. */
    private static List<String> java(Path jar) {
        String libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String path = Stream.concat(
                        Stream.of(jar.toString()),
                        Stream.of(libraries.split(File.pathSeparator)).filter(one -> one.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String state(List<Path> files) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path file : files) {
            state.append(file).append(Digest.sha256(Files.readAllBytes(file)));
        }
        return Digest.sha256(state.toString()).substring(0, 12);
    }

    private static void pack(List<Path> files, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files) {
                ZipEntry entry =
                        new ZipEntry(CLASSES.relativize(file).toString().replace(File.separatorChar, '/'));
                entry.setTime(0);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }
}
