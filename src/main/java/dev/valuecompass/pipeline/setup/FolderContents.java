package dev.valuecompass.pipeline.setup;

import dev.valuecompass.config.Endpoint;
import dev.valuecompass.config.LeaderboardConfig;
import dev.valuecompass.config.SystemPlan;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files and folders in a data folder that nothing reads. Since what is missing there comes from the files that ship, a
 * misspelt name would quietly leave the shipped file in force.
 */
public final class FolderContents {
    /** What may be in each folder; the files of some are read by whatever name they have. */
    private static final Map<String, Pattern> FOLDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("baselines", Pattern.compile(".+\\.yml")),
            Map.entry("cultures", Pattern.compile(".+\\.yml|.+\\.schema\\.json")),
            Map.entry("gazetteer", Pattern.compile("places\\.csv|world\\.yml")),
            Map.entry("evidence", Pattern.compile("\\d{4}-\\d{2}")),
            Map.entry("insights", Pattern.compile("\\d{4}-\\d{2}(\\..+)?\\.md")),
            Map.entry("instruments", Pattern.compile(".+\\.yml|.+\\.schema\\.json")),
            Map.entry("item-sources", Pattern.compile(".+\\.yml")),
            Map.entry("languages", Pattern.compile(".+\\.yml")),
            Map.entry("methodology", Pattern.compile(".+")),
            Map.entry("periods", Pattern.compile("\\d{4}-\\d{2}(\\.withdrawn\\.json)?")),
            Map.entry("prompts", Pattern.compile(".+\\.md|wordings|[a-z]{2}")),
            Map.entry("providers", Pattern.compile(".+\\.yml")),
            Map.entry("public", Pattern.compile(".+")),
            Map.entry("recognizer", Pattern.compile(".+")),
            Map.entry("rounds", Pattern.compile("\\d{4}-\\d{2}")),
            Map.entry("runs", Pattern.compile(".+")),
            Map.entry("simulated", Pattern.compile(".+")),
            Map.entry("topics", Pattern.compile(".+\\.jsonl")),
            Map.entry("translations", Pattern.compile("[a-z]{2}\\.jsonl")),
            Map.entry("validation", Pattern.compile(".+")),
            Map.entry("value-systems", Pattern.compile(".+\\.yml|.+\\.schema\\.json")),
            Map.entry("weights", Pattern.compile(".+\\.yml|.+\\.schema\\.json"))));

    /** Of these, what a run makes and the pages are not made from, and the periods, which have checksums of their own. */
    private static final Set<String> MADE = Set.of("periods", "public", "rounds", "runs");

    private static final Pattern TOP = Pattern.compile(
            "leaderboard(-.+)?\\.yml|leaderboard\\.schema\\.json|value-compass-fixes\\.yml|.+\\.md|LICEN[CS]E.*|compass.*");

    private final DataFolder data;
    private final LeaderboardConfig board;
    private final List<Defect> doubts = new ArrayList<>();

    private FolderContents(DataFolder data, LeaderboardConfig board) {
        this.data = data;
        this.board = board;
    }

    /** A doubt for each file and folder that nothing reads, by name. Hidden ones are somebody else's. */
    static List<Defect> doubts(DataFolder data, LeaderboardConfig board) {
        FolderContents contents = new FolderContents(data, board);
        Set<String> named = contents.named();
        names(data.own()).forEach(name -> contents.top(name, named));
        return contents.doubts;
    }

    /** The folders from which anything may reach a page, by name; those of periods are left out. */
    public static Set<String> inputs() {
        Set<String> inputs = new TreeSet<>(FOLDERS.keySet());
        inputs.removeAll(MADE);
        return inputs;
    }

    /** What the leaderboard file names: pools and answers, in whatever folder. */
    private Set<String> named() {
        return Stream.concat(
                        board.endpoints().stream().map(Endpoint::file),
                        board.systems().stream().map(SystemPlan::pool))
                .map(file -> file.replaceAll("/.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void top(String name, Set<String> named) {
        Path path = data.own().resolve(name);
        if (FOLDERS.containsKey(name) && Files.isDirectory(path)) {
            names(path).stream()
                    .filter(file -> unread(name, file))
                    .forEach(
                            file -> doubts.add(new Defect(path.resolve(file), "nothing reads it", remedy(name, file))));
        } else if (FOLDERS.containsKey(name)) {
            doubts.add(new Defect(path, "is a file where a folder is meant", "move it away"));
        } else if (Files.isDirectory(path) && !named.contains(name)) {
            doubts.add(new Defect(path, "nothing reads this folder", NearestName.remedy(name, FOLDERS.keySet())));
        } else if (Files.isRegularFile(path)
                && !named.contains(name)
                && !data.ships(name)
                && !TOP.matcher(name).matches()) {
            doubts.add(new Defect(path, "nothing reads it", "name it in leaderboard.yml, or move it elsewhere"));
        }
    }

    private boolean unread(String folder, String file) {
        boolean prompt = folder.equals("prompts")
                && file.endsWith(".md")
                && !data.ships("prompts/" + file)
                && board.systems().stream().noneMatch(plan -> file.endsWith("-" + plan.system() + ".md"));
        return prompt || !FOLDERS.get(folder).matcher(file).matches();
    }

    private static String remedy(String folder, String file) {
        if (file.endsWith(".yaml")) {
            return "rename it to " + file.replaceAll("\\.yaml$", ".yml");
        }
        return folder.equals("prompts")
                ? "name it after a prompt that ships, such as opinion.md, or opinion-SYSTEM.md for one system"
                : "names in " + folder + " look like "
                        + FOLDERS.get(folder).pattern().replaceAll("\\\\|\\|.*", "");
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
    }
}
