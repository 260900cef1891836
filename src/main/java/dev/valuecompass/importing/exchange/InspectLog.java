package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/**
 * A log of Inspect: one JSON file, or a zip archive ({@code .eval}) of a header and a file for each sample, packed with
 * Deflate or Zstandard. Nothing is unpacked to a disk, names in an archive lead nowhere, and no part of it may be larger
 * than an honest one.
 *
 * @param header the log without its samples
 * @param samples each with its place in the file
 * @param finished whether Inspect wrote its end
 */
record InspectLog(Path file, JsonNode header, List<PlacedSample> samples, boolean finished) {
    private static final long LARGEST_JSON = 512L << 20;
    private static final int LARGEST_PART = 64 << 20;
    private static final long LARGEST_ALL = 4L << 30;
    private static final int MOST_PARTS = 500_000;
    private static final Pattern SAMPLE = Pattern.compile("samples/[^/\\\\]+\\.json");
    private static final String FIX = "give a log that Inspect wrote, .eval or .json";

    /** @param place for people, such as a number or the name of an entry */
    record PlacedSample(String place, JsonNode json) {}

    /** @throws DataException when it is no log, damaged, or larger than is read */
    static InspectLog read(Path file) {
        if (Files.isDirectory(file)) {
            throw new DataException(file.toString(), 0, "is a folder", "name the logs in it");
        }
        try {
            return isZip(file) ? archive(file) : json(file);
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

    private static InspectLog json(Path file) throws IOException {
        if (Files.size(file) > LARGEST_JSON) {
            throw new DataException(
                    file.toString(),
                    0,
                    "is larger than " + (LARGEST_JSON >> 20) + " MiB",
                    "make an archive of it: inspect log convert --to eval");
        }
        JsonNode log = Json.tree(TextFile.read(file), file.toString());
        JsonNode samples = log.path("samples");
        if (!samples.isMissingNode() && !samples.isNull() && !samples.isArray()) {
            throw new DataException(file.toString(), 0, "'samples' is not a list", FIX);
        }
        List<PlacedSample> all = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            all.add(new PlacedSample("sample " + (i + 1), samples.get(i)));
        }
        return of(file, log, all, !log.path("status").asString("").equals("started"));
    }

    private static InspectLog archive(Path file) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                throw new DataException(file.toString(), 0, "has more than " + MOST_PARTS + " entries", FIX);
            }
            long[] left = {LARGEST_ALL};
            ZipArchiveEntry header = zip.getEntry("header.json");
            ZipArchiveEntry start = header == null ? zip.getEntry("_journal/start.json") : header;
            if (start == null) {
                throw new DataException(file.toString(), 0, "has neither header.json nor _journal/start.json", FIX);
            }
            JsonNode log = part(file, zip, start, left);
            List<PlacedSample> all = new ArrayList<>();
            entries.sort(Comparator.comparing(ZipArchiveEntry::getName));
            for (ZipArchiveEntry entry : entries) {
                if (SAMPLE.matcher(entry.getName()).matches()) {
                    all.add(new PlacedSample(entry.getName(), part(file, zip, entry, left)));
                }
            }
            return of(file, log, all, header != null);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(
                    new Defect(file.toString(), 0, "is a damaged archive: " + e.getMessage(), "copy it again"), e);
        }
    }

    private static JsonNode part(Path file, ZipFile zip, ZipArchiveEntry entry, long[] left) throws IOException {
        String place = file + ": " + entry.getName();
        if (!zip.canReadEntryData(entry)) {
            throw new DataException(
                    place, 0, "is encrypted or packed in a way that is not read", "pack it with Deflate or Zstandard");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(LARGEST_PART + 1L, left[0] + 1));
            left[0] -= bytes.length;
            if (bytes.length > LARGEST_PART || left[0] < 0) {
                throw new DataException(
                        place,
                        0,
                        "unpacks to more than " + (left[0] < 0 ? LARGEST_ALL : LARGEST_PART) / (1 << 20) + " MiB",
                        "leave it out; no answer is that long");
            }
            return Json.tree(TextFile.decode(bytes, place), place);
        }
    }

    /** The header of an unfinished archive holds the same section. */
    private static InspectLog of(Path file, JsonNode log, List<PlacedSample> samples, boolean finished) {
        if (!log.path("eval").isObject()) {
            throw new DataException(file.toString(), 0, "has no section 'eval'", FIX);
        }
        if (samples.isEmpty()) {
            throw new DataException(
                    file.toString(),
                    0,
                    "holds no sample",
                    "log the samples too: inspect eval without --no-log-samples");
        }
        return new InspectLog(file, log, samples, finished);
    }
}
