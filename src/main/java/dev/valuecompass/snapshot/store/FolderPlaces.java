package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.JsonPlaces;
import dev.valuecompass.snapshot.check.RecordPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Places in the files of a folder. A file is looked through only when something in it is wrong. */
final class FolderPlaces implements RecordPlaces {
    private final Path folder;
    private final Map<String, JsonPlaces> documents = new HashMap<>();
    private final Map<String, int[]> lines = new HashMap<>();

    FolderPlaces(Path folder) {
        this.folder = folder;
    }

    @Override
    public int line(String file, String pointer) {
        if (pointer.isEmpty()) {
            return 0;
        }
        if (file.endsWith(".json")) {
            return documents
                    .computeIfAbsent(file, name -> new JsonPlaces(text(name)))
                    .line(pointer);
        }
        int index = Integer.parseInt(pointer.split("/", 3)[1]);
        int[] numbers = lines.computeIfAbsent(file, name -> filledLines(text(name)));
        return index < numbers.length ? numbers[index] : 0;
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return ""; // the file was read a moment ago; without it there is no line to name
        }
    }

    private static int[] filledLines(String text) {
        List<String> all = text.lines().toList();
        return IntStream.range(0, all.size())
                .filter(i -> !all.get(i).isBlank())
                .map(i -> i + 1)
                .toArray();
    }
}
