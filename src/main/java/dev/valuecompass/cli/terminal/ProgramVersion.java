package dev.valuecompass.cli.terminal;

import picocli.CommandLine;

/** The version that the build wrote into the jar. */
public final class ProgramVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Value Compass Leaderboard " + current()};
    }

    /** @return such as {@code 1.0.0}; {@code development} outside the jar */
    public static String current() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
