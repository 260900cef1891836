package dev.valuecompass.cli.terminal;

import java.io.File;

/** How the program was started, for commands that a message tells a user to give. */
public final class ProgramName {
    private ProgramName() {}

    /** @return such as {@code java -jar value-compass.jar}; {@code ./compass} in a checkout */
    public static String current() {
        boolean packed = ProgramName.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith(".jar");
        return started(
                System.getProperty("compass.home"), packed ? System.getProperty("java.class.path", "") : "classes");
    }

    /** @param home of the checkout; null outside one */
    static String started(String home, String classPath) {
        return home == null && classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? "java -jar " + quoted(classPath)
                : "./compass";
    }

    /** A path, in quotes where a shell would take it apart. */
    public static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
