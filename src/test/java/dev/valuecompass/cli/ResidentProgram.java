package dev.valuecompass.cli;

import dev.valuecompass.cli.terminal.ProcessContext;
import dev.valuecompass.cli.terminal.Terminal;
import dev.valuecompass.embedding.E5Encoder;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs commands for shell scripts in the process of the tests: most of the time of a short command goes to starting Java,
 * and a script of the documentation or of a workflow starts dozens. What it cannot play is a signal, output while a
 * command runs, and the folder of a command whose argument may be a path or something else: those take a process.
 */
public final class ResidentProgram {
    private static final ServerSocket SERVER = started();

    private ResidentProgram() {}

    /** Lines for bash that run the program, with its home in {@code $home} and the arguments in {@code $@}. */
    public static String script() {
        return """
                exec 3<>/dev/tcp/127.0.0.1/%d
                { printf '%%s\\0' "$home" "$PWD" "$#" "$@"; env -0; printf '\\0'; } >&3
                read -r -u 3 code answer || { echo 'a mistake ended the command' >&2; exit 125; }
                cat "$answer/err" >&2
                cat "$answer/out"
                rm -r "$answer"
                exit "$code"
                """.formatted(SERVER.getLocalPort());
    }

    private static ServerSocket started() {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            E5Encoder.keepLoaded();
            Thread thread = new Thread(() -> serve(server), "resident-program");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One command after the other. */
    private static void serve(ServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(answer(socket.getInputStream()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // The script was killed, and sees no answer.
            } catch (RuntimeException | Error mistake) {
                // Commands catch their own; the next script is still to be served.
                mistake.printStackTrace();
            }
        }
    }

    private static String answer(InputStream socket) throws IOException {
        InputStream in = new BufferedInputStream(socket);
        Path home = Path.of(word(in));
        Path folder = Path.of(word(in));
        String[] arguments = new String[Integer.parseInt(word(in))];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = word(in);
        }
        Map<String, String> environment = new HashMap<>();
        for (String one = word(in); !one.isEmpty(); one = word(in)) {
            environment.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        Path answer = Files.createTempDirectory("resident");
        try (PrintStream out = print(answer.resolve("out"));
                PrintStream err = print(answer.resolve("err"))) {
            String before = System.getProperty("compass.home");
            System.setProperty("compass.home", home.toString());
            try {
                ProcessContext process =
                        new ProcessContext(new Terminal(out, err), environment, Clock.systemUTC(), home);
                return Compass.run(arguments, process, folder) + " " + answer + "\n";
            } finally {
                if (before == null) {
                    System.clearProperty("compass.home");
                } else {
                    System.setProperty("compass.home", before);
                }
            }
        }
    }

    private static PrintStream print(Path file) throws IOException {
        return new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    }

    /** Up to the next zero byte. */
    private static String word(InputStream in) throws IOException {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (int next = in.read(); next != 0; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            word.write(next);
        }
        return word.toString(StandardCharsets.UTF_8);
    }
}
