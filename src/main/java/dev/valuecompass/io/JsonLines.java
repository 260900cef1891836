package dev.valuecompass.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One JSON value a line. Mistakes name the line. Blank lines are passed over. */
public final class JsonLines {
    private static final int LONGEST_LINE = 32 << 20;

    private JsonLines() {}

    /** All values of a file, in its order. @throws DataException naming the line of a value that is wrong */
    public static <T> List<T> read(Path file, Class<T> type) {
        List<T> all = new ArrayList<>();
        forEach(file, type, (value, line) -> all.add(value));
        return all;
    }

    /** Reads a line at a time, so that a file may be larger than memory; the consumer also gets the line number. */
    public static <T> void forEach(Path file, Class<T> type, ObjIntConsumer<T> consumer) {
        try (BufferedReader reader = TextFile.lines(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    refuseOther(line, file, number);
                    consumer.accept(parse(line, type, file, number), number);
                }
            }
        } catch (IOException e) {
            throw TextFile.fault(file, e);
        }
    }

    /**
     * The lines of a file that another program wrote, as they are and none longer than anything that is read here.
     *
     * @return whether the last one is ended; one that is not may be torn
     */
    public static boolean forEachLine(Path file, ObjIntConsumer<String> consumer) {
        try (BufferedReader reader = TextFile.lines(file)) {
            StringBuilder line = new StringBuilder();
            int number = 1;
            int next = reader.read();
            boolean ended = true;
            for (; next >= 0; next = reader.read()) {
                ended = next == '\n';
                if (!ended) {
                    line.append((char) next);
                }
                if (line.length() > LONGEST_LINE) {
                    throw new DataException(
                            file.toString(),
                            number,
                            "a line of more than " + (LONGEST_LINE >> 20) + " million characters",
                            "give JSON lines, one object a line");
                }
                if (ended) {
                    pass(line, file, number++, consumer);
                }
            }
            pass(line, file, number, consumer);
            return ended;
        } catch (IOException e) {
            throw TextFile.fault(file, e);
        }
    }

    /**
     * The values of a file that another program wrote, none longer and of none more parts than anything that is read here.
     *
     * @throws DataException naming the line of a value that is wrong
     */
    public static void forEachTree(Path file, ObjIntConsumer<JsonNode> consumer) {
        forEachLine(file, (line, number) -> {
            JsonNode tree;
            try {
                tree = Json.foreignTree(line, file.toString());
            } catch (DataException e) {
                throw at(number, file, e);
            }
            consumer.accept(tree, number);
        });
    }

    private static void pass(StringBuilder line, Path file, int number, ObjIntConsumer<String> consumer) {
        String text = line.toString();
        line.setLength(0);
        if (!text.isBlank()) {
            refuseOther(text, file, number);
            consumer.accept(text, number);
        }
    }

    /** The same of a file that is in memory. @param text UTF-8 @param file what messages name */
    public static <T> void forEach(byte[] text, Path file, Class<T> type, ObjIntConsumer<T> consumer) {
        int number = 0;
        for (int from = 0; from < text.length; ) {
            int end = from;
            boolean blank = true;
            for (; end < text.length && text[end] != '\n'; end++) {
                blank &= text[end] >= 0 && text[end] <= ' ';
            }
            number++;
            if (!blank) {
                consumer.accept(parse(text, from, end - from, type, file, number), number);
            }
            from = end + 1;
        }
    }

    /** One compact value a line, each line ended. */
    public static String write(List<?> values) {
        return values.stream().map(value -> Json.line(value) + "\n").collect(Collectors.joining());
    }

    /** What is JSON, but not an object on each line, gets a message of its own. */
    private static void refuseOther(String line, Path file, int number) {
        TextFile.objection(line, file.toString(), number).ifPresent(defect -> {
            throw new DataException(List.of(defect));
        });
        String start = line.strip();
        if (start.startsWith("[")) {
            throw new DataException(
                    file.toString(),
                    number,
                    "a JSON array where one object a line is expected",
                    "jq -c '.[]' makes lines of it");
        }
        if (start.equals("{")) {
            throw new DataException(
                    file.toString(),
                    number,
                    "an object that goes on over several lines",
                    "jq -c . puts each on one line");
        }
    }

    private static <T> T parse(String line, Class<T> type, Path file, int number) {
        try {
            return Json.parse(line, type, file.toString());
        } catch (DataException e) {
            throw at(number, file, e);
        }
    }

    private static <T> T parse(byte[] text, int from, int length, Class<T> type, Path file, int number) {
        try {
            return Json.parse(text, from, length, type, file.toString());
        } catch (DataException e) {
            throw at(number, file, e);
        }
    }

    private static DataException at(int number, Path file, DataException e) {
        Defect defect = e.defects().get(0);
        return new DataException(new Defect(file.toString(), number, defect.what(), defect.fix()), e);
    }
}
