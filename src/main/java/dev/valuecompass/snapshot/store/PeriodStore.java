package dev.valuecompass.snapshot.store;

import dev.valuecompass.io.Checksums;
import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.FileFault;
import dev.valuecompass.io.NothingToPublishException;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.SnapshotCheck;
import dev.valuecompass.snapshot.proof.PeriodProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The frozen periods under {@code <data>/periods/}. A period is written once; a correction is a new revision with a
 * reason, and the old one is kept under {@code revisions/<n>/}. A write happens wholly or not at all. Of several threads
 * or processes that write, one does and the others wait; any number read.
 */
public final class PeriodStore {
    private final Path root;
    private final Upgrades upgrades = Upgrades.known();

    /** What a write did. */
    public enum WriteOutcome {
        /** The period, or the revision, is new. */
        CREATED,
        /** The same bytes were there already; nothing was touched. */
        UNCHANGED
    }

    /** @param data the leaderboard's own data folder; periods lie in its folder {@code periods} */
    public PeriodStore(Path data) {
        this.root = data.resolve("periods");
    }

    /** Every period, oldest first. */
    public List<String> periods() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        PeriodSwap.recoverAll(root);
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(PeriodFiles::isPeriod)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFault.reading(root, e);
        }
    }

    /** The folder of a period, whether or not it exists. */
    public Path folder(String period) {
        if (!PeriodFiles.isPeriod(period)) {
            throw new DataException(root, "'" + period + "' is not a period", "write year and month, such as 2026-11");
        }
        return root.resolve(period);
    }

    /** @throws DataException when there is no such period, or with everything that is wrong in it */
    public PeriodRecord read(String period) {
        return PeriodFolder.read(existing(period), upgrades);
    }

    /**
     * What a period publishes, without its items, labels and cases, and without holding any file to its checksum: for a
     * look at all periods before each is {@linkplain #read read}.
     *
     * @throws DataException when there is no such period, or with everything that is wrong in one that cannot be read
     */
    public Snapshot snapshot(String period) {
        Path folder = existing(period);
        return PeriodFolder.snapshot(folder, upgrades)
                .orElseGet(() -> PeriodFolder.read(folder, upgrades).snapshot());
    }

    /**
     * All of a period whose {@linkplain #snapshot snapshot} is at hand; every file is held to its checksum.
     *
     * @throws DataException with everything that is wrong in it
     */
    public PeriodRecord read(Snapshot known) {
        return PeriodFolder.read(existing(known.period()), upgrades, known);
    }

    /** Everything that is wrong with a period; empty when it is sound. */
    public List<Defect> check(String period) {
        Path folder = existing(period);
        Chain chain = new Chain(root);
        List<Defect> defects = new ArrayList<>(checked(folder, folder, chain));
        for (int revision : revisions(period)) {
            defects.addAll(checked(PeriodSwap.revision(folder, revision), folder, chain));
        }
        return defects;
    }

    private List<Defect> checked(Path folder, Path period, Chain chain) {
        PeriodFolder.Loaded loaded = PeriodFolder.loaded(folder, upgrades);
        List<Defect> defects = new ArrayList<>(loaded.defects());
        loaded.record().map(PeriodRecord::snapshot).ifPresent(read -> {
            if (loaded.sound()) {
                kind(folder, loaded).forEach(defects::add);
            }
            defects.addAll(chain.check(folder, period, read, loaded.version()));
            if (folder.equals(period)) {
                Chain.lost(period, read).ifPresent(defects::add);
            }
        });
        return defects;
    }

    private static Stream<Defect> kind(Path folder, PeriodFolder.Loaded loaded) {
        return PeriodProof.ofKind(loaded.record().orElseThrow(), loaded.version()).wrongs().stream()
                .map(wrong -> new Defect(
                        folder.resolve(wrong.file()), wrong.what(), "restore the files as they were frozen"));
    }

    /** Numbers of the superseded revisions that are kept, oldest first. */
    List<Integer> revisions(String period) {
        return PeriodSwap.revisions(folder(period));
    }

    /** SHA-256 of its checksum file, which stands for all files of the period as it is now. */
    public String digest(String period) {
        return Chain.digest(existing(period));
    }

    /** A superseded revision. */
    PeriodRecord readRevision(String period, int revision) {
        return PeriodFolder.read(PeriodSwap.revision(existing(period), revision), upgrades);
    }

    /**
     * Freezes a period.
     *
     * @throws NothingToPublishException when no answer was scored
     * @throws DataException when anything in it is wrong, or when the period exists with other contents
     */
    public WriteOutcome write(PeriodRecord record) {
        PeriodRecord checked = checked(record);
        folder(checked.snapshot().period());
        try (PeriodLock lock = PeriodLock.take(root)) {
            PeriodSwap.clean(root);
            return written(checked);
        }
    }

    private WriteOutcome written(PeriodRecord checked) {
        String period = checked.snapshot().period();
        Path folder = folder(period);
        if (!Files.exists(folder)) {
            Snapshot linked = checked.snapshot()
                    .after(new Chain(root).head(checked.snapshot().synthetic()));
            PeriodSwap.publish(folder, PeriodBytes.withChecksums(checked.withSnapshot(linked)));
            return WriteOutcome.CREATED;
        }
        PeriodRecord frozen = PeriodFolder.read(folder, upgrades);
        Optional<Difference> difference = difference(folder, frozen, checked);
        if (difference.isEmpty()) {
            return WriteOutcome.UNCHANGED;
        }
        throw new DataException(List.of(difference.get().refusal(folder, frozen.snapshot())));
    }

    private Optional<Difference> difference(Path folder, PeriodRecord frozen, PeriodRecord checked) {
        PeriodRecord same = FrozenForm.of(checked, frozen);
        int version = PeriodFolder.version(folder);
        if (version == Snapshot.SCHEMA_VERSION) {
            SortedMap<String, byte[]> files = FolderFiles.contents(folder);
            return Difference.first(files, PeriodBytes.like(files, same));
        }
        PeriodRecord older = Canonical.of(
                version == 1 ? OlderForm.first(same, frozen.snapshot()) : OlderForm.second(same, frozen.snapshot()));
        return Difference.first(PeriodBytes.of(frozen), PeriodBytes.of(older)).map(Difference::withoutLine);
    }

    /**
     * What of a frozen period another evaluation would settle otherwise, told before anything is asked; empty where nothing
     * is known to differ.
     *
     * @param frame what is known of the evaluation: a period without figures
     */
    public Optional<Defect> difference(Snapshot frame) {
        Path folder = existing(frame.period());
        Snapshot frozen = snapshot(frame.period());
        Snapshot now = FrozenForm.known(frame, frozen);
        // A setting says more to whoever changed it than a digest that follows from it.
        return Stream.of(FrozenForm.withDigestsOf(now, frozen), now)
                .map(one -> Difference.first(
                        PeriodBytes.of(Canonical.of(FrozenForm.frame(frozen))),
                        PeriodBytes.of(Canonical.of(FrozenForm.frame(one)))))
                .flatMap(Optional::stream)
                .findFirst()
                .map(found -> FrozenForm.inWords(found.withoutLine()).refusal(folder, frozen));
    }

    /**
     * Freezes a period in the place of one of simulated models, of which nothing is kept.
     *
     * @throws DataException when what is there is not synthetic, or another period follows it
     */
    public WriteOutcome replace(PeriodRecord record) {
        PeriodRecord checked = checked(record);
        Path folder = existing(checked.snapshot().period());
        try (PeriodLock lock = PeriodLock.take(root)) {
            PeriodSwap.clean(root);
            return replaced(folder, checked);
        }
    }

    private WriteOutcome replaced(Path folder, PeriodRecord checked) {
        PeriodRecord frozen = PeriodFolder.read(folder, upgrades);
        Snapshot old = frozen.snapshot();
        boolean kept = old.synthetic() == checked.snapshot().synthetic();
        if (kept && difference(folder, frozen, checked).isEmpty()) {
            return WriteOutcome.UNCHANGED;
        }
        if (!old.synthetic()) {
            throw new DataException(folder, "its models are not simulated", "publish a revision: --reason TEXT");
        }
        Chain chain = new Chain(root);
        Optional<String> follower = chain.follower(old.period(), Chain.digest(folder));
        if (follower.isPresent()) {
            throw new DataException(
                    folder,
                    "period " + follower.get() + " was frozen after it and names it",
                    "move the later one away first, or publish a revision: --reason TEXT");
        }
        Snapshot linked = checked.snapshot()
                .after(kept ? old.previous() : chain.head(checked.snapshot().synthetic()));
        PeriodSwap.replace(folder, PeriodBytes.withChecksums(checked.withSnapshot(linked)));
        return WriteOutcome.CREATED;
    }

    /**
     * Publishes a correction of a frozen period: the old files are kept, the revision goes up by one, and the errata
     * name the reason and every score that changes.
     *
     * @param reason what was wrong, for readers
     * @return unchanged when the record says what the period says already
     */
    public WriteOutcome revise(PeriodRecord record, String reason) {
        PeriodRecord checked = checked(record);
        Path folder = existing(checked.snapshot().period());
        if (reason.isBlank()) {
            throw new DataException(folder, "a revision without a reason", "say what was wrong");
        }
        try (PeriodLock lock = PeriodLock.take(root)) {
            PeriodSwap.clean(root);
            return revised(folder, checked, reason);
        }
    }

    private WriteOutcome revised(Path folder, PeriodRecord checked, String reason) {
        PeriodRecord before = PeriodFolder.read(folder, upgrades);
        if (difference(folder, before, checked).isEmpty()) {
            return WriteOutcome.UNCHANGED;
        }
        Snapshot frozen = before.snapshot();
        if (checked.snapshot().synthetic() && !frozen.synthetic()) {
            throw new DataException(folder, "simulated models correct no measured period", "choose another --period");
        }
        int revision = frozen.revision() + 1;
        List<Snapshot.Erratum> errata = new ArrayList<>(frozen.errata());
        checked.snapshot().errata().stream()
                .filter(erratum -> !errata.contains(erratum))
                .toList()
                .forEach(errata::add);
        errata.addAll(ErrataPage.between(frozen, checked.snapshot(), revision, reason));
        Snapshot.Previous replaced = new Snapshot.Previous(frozen.period(), Chain.digest(folder));
        PeriodRecord revised = checked.withSnapshot(
                checked.snapshot().withRevision(revision, errata).after(replaced));
        SortedMap<String, byte[]> files = PeriodBytes.withChecksums(revised);
        files.putAll(PeriodSwap.kept(folder, frozen.revision()));
        PeriodSwap.replace(folder, files);
        return WriteOutcome.CREATED;
    }

    private PeriodRecord checked(PeriodRecord record) {
        List<Defect> defects = SnapshotCheck.check(record);
        DataException.refuse(defects);
        if (!record.scored()) {
            throw new NothingToPublishException(
                    folder(record.snapshot().period()).toString(),
                    "no answer was scored, so nothing is frozen",
                    "see how the answers ended");
        }
        return Canonical.of(record);
    }

    private Path existing(String period) {
        Path folder = folder(period);
        PeriodSwap.recover(folder);
        if (!Files.isRegularFile(folder.resolve(PeriodFiles.SNAPSHOT))
                && !Files.isRegularFile(folder.resolve(Checksums.FILE))) {
            throw new DataException(folder, "no such period", "known periods: " + String.join(", ", periods()));
        }
        return folder;
    }
}
