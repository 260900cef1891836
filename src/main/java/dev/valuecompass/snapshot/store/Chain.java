package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.Previous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What was frozen after what: each period, and each revision, names the digest of what was frozen before it, so that
 * nothing but the last can be changed, left out or put in between without breaking a link. Periods of simulated models
 * make a chain of their own: they may be thrown away, and no measured period hangs on one.
 */
final class Chain {
    private static final String MEND = "restore both as they were published (git, or their zips)";

    private final Path root;
    private final SortedMap<String, List<PeriodLink>> links = new TreeMap<>();

    /** One frozen folder. @param previous null for none, or when it cannot be read */
    private record PeriodLink(Path folder, int version, boolean synthetic, Previous previous) {}

    /** @param root folder of the periods; null for none */
    Chain(Path root) {
        this.root = root;
        if (root == null) {
            return;
        }
        for (String period : periods(root)) {
            List<PeriodLink> ofPeriod = new ArrayList<>(List.of(link(root.resolve(period))));
            for (int revision : PeriodSwap.revisions(root.resolve(period))) {
                ofPeriod.add(link(PeriodSwap.revision(root.resolve(period), revision)));
            }
            links.put(period, ofPeriod);
        }
    }

    /** The digest that stands for all files of a frozen folder. @throws DataException without checksums to digest */
    static String digest(Path folder) {
        return Digest.sha256(FolderFiles.bytes(folder, Checksums.FILE));
    }

    private static List<String> periods(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString().replace("/", ""))
                    .filter(PeriodFiles::isPeriod)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static PeriodLink link(Path folder) {
        try {
            byte[] bytes = FolderFiles.bytes(folder, PeriodFiles.SNAPSHOT);
            JsonNode json = Json.parse(bytes, JsonNode.class, PeriodFiles.SNAPSHOT);
            JsonNode previous = json.path("previous");
            return new PeriodLink(
                    folder,
                    Upgrades.version(json),
                    json.path("synthetic").asBoolean(false),
                    previous.isObject()
                            ? new Previous(
                                    previous.path("period").asString(""),
                                    previous.path("sha256").asString(""))
                            : null);
        } catch (DataException unreadable) {
            return new PeriodLink(folder, 0, false, null);
        }
    }

    /** Whether a folder lies by itself, as a download does: under another name than its period's, or beside no other. */
    boolean alone(Path folder, String period) {
        return folder.getFileName() == null
                || !folder.getFileName().toString().replace("/", "").equals(period)
                || links.keySet().stream().allMatch(period::equals);
    }

    /** What was frozen last of its kind, to be named by the next; null where there is nothing. */
    Previous head(boolean synthetic) {
        List<String> alike = links.keySet().stream()
                .filter(period -> synthetic(period) == synthetic)
                .toList();
        Set<String> named = new HashSet<>();
        alike.forEach(period -> links.get(period).forEach(link -> {
            if (link.previous() != null && !link.previous().period().equals(period)) {
                named.add(link.previous().period());
            }
        }));
        Comparator<String> linkedFirst = Comparator.comparing((String period) -> linked(period) ? 1 : 0);
        return alike.stream()
                .filter(period -> !named.contains(period))
                .max(linkedFirst.thenComparing(Comparator.naturalOrder()))
                .or(() -> alike.isEmpty() ? Optional.empty() : Optional.of(alike.get(alike.size() - 1)))
                .map(period -> new Previous(period, digest(root.resolve(period))))
                .orElse(null);
    }

    private boolean synthetic(String period) {
        return links.get(period).get(0).synthetic();
    }

    /** Whether it was frozen by a program that names what was before. */
    private boolean linked(String period) {
        return links.get(period).stream().anyMatch(link -> link.version() > 1);
    }

    /** The period that names this digest; empty while none does. */
    Optional<String> follower(String period, String digest) {
        return links.entrySet().stream()
                .filter(other -> !other.getKey().equals(period))
                .filter(other -> other.getValue().stream()
                        .anyMatch(link -> link.previous() != null
                                && link.previous().sha256().equals(digest)))
                .map(SortedMap.Entry::getKey)
                .findFirst();
    }

    /**
     * What is wrong with the links of one frozen folder.
     *
     * @param period folder of its period, itself or the one that keeps it as a revision
     * @param version in which it was written
     */
    List<Defect> check(Path folder, Path period, Snapshot snapshot, int version) {
        if (version < 2) {
            return List.of();
        }
        Previous previous = snapshot.previous();
        String broken = "";
        if (snapshot.revision() > 1) {
            broken = revision(period, snapshot, previous);
        } else if (!alone(period, snapshot.period())) {
            broken = previous == null ? first(snapshot.period()) : before(snapshot.period(), previous);
        }
        return broken.isEmpty()
                ? List.of()
                : List.of(new Defect(folder + "/" + PeriodFiles.SNAPSHOT, "the chain is broken: " + broken, MEND));
    }

    /** The first revision that a period has replaced and does not keep any more; empty when it keeps all. */
    static Optional<Defect> lost(Path period, Snapshot snapshot) {
        List<Integer> kept = PeriodSwap.revisions(period);
        int first = 1;
        while (first < snapshot.revision() && kept.contains(first)) {
            first++;
        }
        return first >= snapshot.revision()
                ? Optional.empty()
                : Optional.of(
                        new Defect(PeriodSwap.revision(period, first), "superseded revision is missing", "restore it"));
    }

    private static String revision(Path period, Snapshot snapshot, Previous previous) {
        if (previous == null || !previous.period().equals(snapshot.period())) {
            return "revision " + snapshot.revision() + " does not name the revision before it";
        }
        int replaced = snapshot.revision() - 1;
        Path kept = PeriodSwap.revision(period, replaced);
        return !Files.isDirectory(kept) || has(kept, previous.sha256())
                ? ""
                : "revision " + replaced + " was changed after revision " + snapshot.revision() + " was frozen";
    }

    private String before(String period, Previous previous) {
        if (previous.period().equals(period)) {
            return "the first revision names its own period as what was before it";
        }
        List<PeriodLink> named = links.get(previous.period());
        if (named == null) {
            return "period " + previous.period() + ", which was frozen before it, is missing";
        }
        return named.stream().anyMatch(link -> has(link.folder(), previous.sha256()))
                ? ""
                : "period " + previous.period() + " was changed after this one was frozen";
    }

    private String first(String period) {
        return links.keySet().stream()
                .filter(other -> !links.containsKey(period) || synthetic(other) == synthetic(period))
                .filter(other -> !follows(other, period, new HashSet<>()))
                .findFirst()
                .map(other -> "it names nothing that was frozen before it, but " + other + " does not follow it")
                .orElse("");
    }

    private boolean follows(String other, String period, Set<String> seen) {
        return other.equals(period)
                || seen.add(other)
                        && links.getOrDefault(other, List.of()).stream()
                                .map(PeriodLink::previous)
                                .anyMatch(link -> link != null && follows(link.period(), period, seen));
    }

    private static boolean has(Path folder, String digest) {
        try {
            return digest(folder).equals(digest);
        } catch (DataException without) {
            return false;
        }
    }
}
