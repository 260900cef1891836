package dev.valuecompass.importing.exchange;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.JsonEntries;
import dev.valuecompass.io.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A log of Inspect: one JSON file, or a zip archive ({@code .eval}) of a header and a file for each sample, packed with
 * Deflate or Zstandard. Nothing is unpacked to a disk, names in an archive lead nowhere, no part of it may be larger
 * than an honest one, and one sample at a time is held in memory.
 */
final class InspectLog {
    private static final int LARGEST_PART = 64 << 20;
    private static final long LARGEST_ALL = 4L << 30;
    private static final int MOST_PARTS = 500_000;
    private static final List<String> SAMPLES = List.of("samples");
    private static final Pattern SAMPLE = Pattern.compile("samples/[^/\\\\]+\\.json");
    /** A sample in pieces, as newer logs have it; the piece that is needed beside it holds long texts. */
    private static final Pattern SHELL = Pattern.compile("(samples/[^/\\\\]+/)sample\\.json");

    private static final Pattern ATTACHMENTS = Pattern.compile("(samples/[^/\\\\]+/)attachments/(\\d{1,9})\\.json");
    private static final String FIX = "give a log that Inspect wrote, .eval or .json";

    private final Path file;
    private long left = LARGEST_ALL;

    private InspectLog(Path file) {
        this.file = file;
    }

    /** What is done with a log. */
    interface Visitor {
        /**
         * The log without its samples.
         *
         * @param finished whether Inspect wrote its end
         */
        void header(JsonNode header, boolean finished);

        /** @param place for people: the file, and a number or the name of an entry */
        void sample(JsonNode sample, String place);
    }

    /** @throws DataException when it is no log, damaged, or larger than is read */
    static void read(Path file, Visitor visitor) {
        if (Files.isDirectory(file)) {
            throw new DataException(file, "is a folder", "name the logs in it");
        }
        try {
            InspectLog log = new InspectLog(file);
            if (isZip(file)) {
                log.archive(visitor);
            } else {
                log.json(visitor);
            }
        } catch (IOException e) {
            throw FileFault.reading(file, e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    private void json(Visitor visitor) {
        JsonNode log = JsonEntries.around(file, SAMPLES);
        JsonNode samples = log.path("samples");
        if (!samples.isMissingNode() && !samples.isNull() && !samples.isArray()) {
            throw new DataException(file, "'samples' is not a list", FIX);
        }
        header(log, !log.path("status").asString("").equals("started"), visitor);
        int[] last = {0};
        JsonEntries.forEach(file, SAMPLES, (sample, number) -> {
            last[0] = number;
            visitor.sample(sample, file + ": sample " + number);
        });
        if (last[0] == 0) {
            throw empty();
        }
    }

    private void archive(Visitor visitor) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                throw new DataException(file, "has more than " + MOST_PARTS + " entries", FIX);
            }
            ZipArchiveEntry header = zip.getEntry("header.json");
            ZipArchiveEntry start = header == null ? zip.getEntry("_journal/start.json") : header;
            if (start == null) {
                throw new DataException(file, "has neither header.json nor _journal/start.json", FIX);
            }
            part(zip, start, (log, place) -> header(log, header != null, visitor));
            // A sample that was written twice stands twice; the later one holds.
            SortedMap<String, ZipArchiveEntry> parts = new TreeMap<>();
            entries.forEach(entry -> parts.put(entry.getName(), entry));
            boolean any = false;
            for (Map.Entry<String, ZipArchiveEntry> part : parts.entrySet()) {
                Matcher shell = SHELL.matcher(part.getKey());
                if (SAMPLE.matcher(part.getKey()).matches()) {
                    part(zip, part.getValue(), visitor::sample);
                    any = true;
                } else if (shell.matches()) {
                    inPieces(zip, part.getValue(), parts.tailMap(shell.group(1)), visitor);
                    any = true;
                }
            }
            if (!any) {
                throw empty();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(new Defect(file, "is a damaged archive: " + e.getMessage(), "copy it again"), e);
        }
    }

    /** @param from its parts, and others behind them */
    private void inPieces(ZipFile zip, ZipArchiveEntry shell, SortedMap<String, ZipArchiveEntry> from, Visitor visitor)
            throws IOException {
        ObjectNode attachments = JsonNodeFactory.instance.objectNode();
        String folder = shell.getName().substring(0, shell.getName().lastIndexOf('/') + 1);
        for (Map.Entry<String, ZipArchiveEntry> piece : from.entrySet()) {
            if (!piece.getKey().startsWith(folder)) {
                break;
            }
            Matcher texts = ATTACHMENTS.matcher(piece.getKey());
            if (texts.matches()) {
                part(zip, piece.getValue(), (list, place) -> {
                    int number = Integer.parseInt(texts.group(2));
                    for (JsonNode text : list) {
                        attachments.set(Integer.toString(number++), text);
                    }
                });
            }
        }
        part(zip, shell, (sample, place) -> {
            if (sample instanceof ObjectNode object) {
                object.set("attachments", attachments);
            }
            visitor.sample(sample, place);
        });
    }

    private void part(ZipFile zip, ZipArchiveEntry entry, BiConsumer<JsonNode, String> consumer) throws IOException {
        String place = file + ": " + entry.getName();
        if (!zip.canReadEntryData(entry)) {
            throw new DataException(
                    place, "is encrypted or packed in a way that is not read", "pack it with Deflate or Zstandard");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) Math.min(LARGEST_PART + 1L, left + 1));
        }
        left -= bytes.length;
        if (bytes.length > LARGEST_PART || left < 0) {
            throw new DataException(
                    place,
                    "unpacks to more than " + (left < 0 ? LARGEST_ALL : LARGEST_PART) / (1 << 20) + " MiB",
                    "leave it out; no answer is that long");
        }
        consumer.accept(Json.foreignTree(TextFile.decode(bytes, place), place), place);
    }

    /** The header of an unfinished archive holds the same section. */
    private void header(JsonNode log, boolean finished, Visitor visitor) {
        if (!log.path("eval").isObject()) {
            throw new DataException(file, "has no section 'eval'", FIX);
        }
        visitor.header(log, finished);
    }

    private DataException empty() {
        return new DataException(file, "holds no sample", "log the samples too: inspect eval without --no-log-samples");
    }
}
