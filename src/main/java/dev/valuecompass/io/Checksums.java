package dev.valuecompass.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code SHA256SUMS} format of GNU coreutils: {@code <64 hex digits>, two spaces, path}, a file a line, so that
 * {@code sha256sum -c SHA256SUMS} checks a folder without this program.
 */
public final class Checksums {
    /** The customary name of such a file. */
    public static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private Checksums() {}

    /** @param files by path, with forward slashes; the lines come in the order of the paths */
    public static String write(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(files)
                .forEach((path, bytes) -> text.append(Digest.sha256(bytes))
                        .append("  ")
                        .append(path)
                        .append('\n'));
        return text.toString();
    }

    /**
     * Digests by path.
     *
     * @param place the file, as the user would name it
     * @throws DataException naming every line that is not of the format, leaves the folder or names a path twice
     */
    public static SortedMap<String, String> read(String text, String place) {
        SortedMap<String, String> sums = new TreeMap<>();
        List<Defect> defects = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches()) {
                defects.add(defect(place, i, "not a line of a checksum file"));
            } else if (leavesFolder(line.group(2))) {
                defects.add(defect(place, i, "path '" + line.group(2) + "' leaves the folder"));
            } else if (sums.put(line.group(2), line.group(1)) != null) {
                defects.add(defect(place, i, "path '" + line.group(2) + "' is listed twice"));
            }
        }
        DataException.refuse(defects);
        return sums;
    }

    private static boolean leavesFolder(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || List.of(path.split("/", -1)).contains("..");
    }

    private static Defect defect(String place, int index, String what) {
        return new Defect(place, index + 1, what, "restore the file");
    }
}
