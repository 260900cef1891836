package dev.valuecompass.pipeline.setup;

import dev.valuecompass.io.AtomicFiles;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Resource;
import dev.valuecompass.io.TextFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files with which a leaderboard of one's own begins: a specification with comments, a small value system, and what a
 * repository of its own needs to be evaluated and published by the released program.
 */
public final class Scaffold {
    private static final String RESOURCES = "/scaffold/";
    private static final String WORKFLOWS = ".github/workflows/";
    private static final String PLACEHOLDER = "uses: OWNER/";

    /** By their name in the new folder, their name among the resources: a leading dot would hide a resource from build tools. */
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            ".gitattributes",
            "gitattributes",
            WORKFLOWS + "evaluate.yml",
            "workflows/evaluate.yml",
            WORKFLOWS + "pages.yml",
            "workflows/pages.yml",
            ".gitignore",
            "gitignore",
            "README.md",
            "README.md",
            "leaderboard.yml",
            "leaderboard.yml",
            "topics/service.jsonl",
            "topics/service.jsonl",
            "value-systems/service.yml",
            "value-systems/service.yml"));

    private Scaffold() {}

    /**
     * Writes the files into a folder, which is made when it is not there. Nothing is overwritten: when one of the files is
     * there already, nothing at all is written.
     *
     * @param folder as the user named it; its name stands in the README
     * @return the files written, relative to the folder, sorted
     * @throws DataException naming every file that stands in the way
     */
    public static List<String> write(Path folder) {
        List<Defect> inTheWay = new ArrayList<>();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            inTheWay.add(taken(folder, "is a file, not a folder"));
        }
        FILES.keySet().stream()
                .map(folder::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .forEach(file -> inTheWay.add(taken(file, "is there already")));
        DataException.refuse(inTheWay);
        FILES.forEach(
                (name, resource) -> AtomicFiles.replace(folder.resolve(name), Resource.text(RESOURCES + resource)));
        return List.copyOf(FILES.keySet());
    }

    private static Defect taken(Path file, String what) {
        return new Defect(file, what, "name another folder, or move it away; nothing was written");
    }

    /** Workflows in which nobody has written yet whose release of the program is used, each with the line. */
    static List<Defect> placeholders(Path folder) {
        List<Defect> left = new ArrayList<>();
        for (String name : FILES.keySet()) {
            Path file = folder.resolve(name);
            if (name.startsWith(WORKFLOWS) && Files.isRegularFile(file)) {
                List<String> lines = TextFile.read(file).lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).contains(PLACEHOLDER)) {
                        left.add(new Defect(
                                file.toString(),
                                i + 1,
                                "OWNER stands for whose release of the program is used, and no such action exists",
                                "write there the account that publishes it, or delete the workflow"));
                    }
                }
            }
        }
        return left;
    }
}
