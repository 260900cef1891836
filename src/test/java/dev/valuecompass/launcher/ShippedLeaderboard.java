package dev.valuecompass.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The leaderboard that ships, with as many systems but so few items that a test can run it. */
public final class ShippedLeaderboard {
    private static final Path FILE = Path.of("data/leaderboard.yml");
    private static final Pattern SIZE = Pattern.compile("(?m)^(    items: |    evolve: \\{budget: )(\\d+)");
    private static final int PART = 6;

    private ShippedLeaderboard() {}

    /**
     * A sixth of the items, and of the budgets by which they are made.
     *
     * @param without models to leave out, which have no role
     */
    public static void writeSmall(Path file, String... without) throws IOException {
        String shipped = Files.readString(FILE);
        for (String model : without) {
            shipped = Pattern.compile("(?m)^  - id: " + model + "\\n(    .*\\n)+")
                    .matcher(shipped)
                    .replaceFirst("");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                SIZE.matcher(shipped).replaceAll(found -> found.group(1) + Integer.parseInt(found.group(2)) / PART));
    }
}
