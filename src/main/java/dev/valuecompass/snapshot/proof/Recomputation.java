package dev.valuecompass.snapshot.proof;

import dev.valuecompass.items.Item;
import dev.valuecompass.scores.statistics.RecognizerError;
import dev.valuecompass.snapshot.Canonical;
import dev.valuecompass.snapshot.EvaluatedSystem;
import dev.valuecompass.snapshot.GoldRecord;
import dev.valuecompass.snapshot.ItemRecord;
import dev.valuecompass.snapshot.MixtureRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.PeriodFreezer;
import dev.valuecompass.snapshot.PeriodRecord;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every figure of scores and items again from the labels; frozen numbers are rounded, so they must be equal, not close. */
final class Recomputation {
    private final PeriodRecord record;
    private final int version;
    private final ProofVerdict verdict;

    Recomputation(PeriodRecord record, int version, ProofVerdict verdict) {
        this.record = record;
        this.version = version;
        this.verdict = verdict;
    }

    void run() {
        Snapshot snapshot = record.snapshot();
        PeriodFreezer freezer =
                new PeriodFreezer(snapshot.run().scoring(), snapshot.run().seed());
        for (SystemResult result : snapshot.systems()) {
            EvaluatedSystem evaluated = EvaluatedSystem.of(record, result.system());
            verdict.equal(
                    PeriodFiles.SNAPSHOT,
                    result.system().id() + ": items",
                    result.items(),
                    evaluated.items().size());
            Optional<RecognizerError> error = RecognizerError.of(
                    snapshot.recognizers(),
                    snapshot.fingerprint().recognizer(),
                    result.system().id());
            SystemResult recomputed = freezer.result(evaluated, error, gold(evaluated));
            if (version > 2) {
                verdict.equal(
                        PeriodFiles.SNAPSHOT,
                        result.system().id() + ": evolved",
                        result.evolved(),
                        recomputed.evolved());
            }
            cells(result, recomputed.scores());
            powers(record.items(), evaluated);
            mixture(result, evaluated);
        }
    }

    private List<GoldRecord> gold(EvaluatedSystem evaluated) {
        Set<String> items = evaluated.items().stream().map(Item::id).collect(Collectors.toSet());
        return record.gold().stream().filter(one -> items.contains(one.item())).toList();
    }

    private void mixture(SystemResult result, EvaluatedSystem evaluated) {
        MixtureRecord published =
                result.evolution() == null ? null : result.evolution().mixture();
        if (published != null) {
            MixtureRecord recomputed =
                    MixtureRecord.of(published.wanted(), evaluated.items(), published.echoes(), published.rejected());
            verdict.equal(PeriodFiles.SNAPSHOT, result.system().id() + ": mixture", published, recomputed);
        }
    }

    private void cells(SystemResult published, List<ScoreCell> recomputed) {
        Map<String, ScoreCell> expected = new HashMap<>();
        recomputed.forEach(cell -> expected.put(cell.model() + ", " + cell.dimension(), Canonical.of(cell)));
        for (ScoreCell cell : published.scores()) {
            String name = cell.model() + ", " + cell.dimension();
            String where = published.system().id() + ", " + name + ": ";
            ScoreCell other = expected.remove(name);
            if (other == null) {
                verdict.wrong(PeriodFiles.SNAPSHOT, where + "is published, but has no labels");
            } else {
                cell(where, cell, other);
            }
        }
        expected.keySet().stream()
                .sorted()
                .forEach(name -> verdict.wrong(
                        PeriodFiles.SNAPSHOT, published.system().id() + ", " + name + ": has labels, but no score"));
    }

    private void cell(String where, ScoreCell cell, ScoreCell other) {
        String file = PeriodFiles.SNAPSHOT;
        verdict.equal(file, where + "conformity", cell.conformity(), other.conformity());
        verdict.equal(file, where + "interval", cell.interval(), other.interval());
        if (version > 1 || cell.intervalWithRecognizerError() != null) {
            verdict.equal(
                    file,
                    where + "interval with the recogniser's error",
                    cell.intervalWithRecognizerError(),
                    other.intervalWithRecognizerError());
        }
        verdict.equal(file, where + "design effect", cell.designEffect(), other.designEffect());
        verdict.equal(file, where + "corrected score", cell.corrected(), other.corrected());
        verdict.equal(file, where + "win rate", cell.winRate(), other.winRate());
        verdict.equal(file, where + "spread of the win rate", cell.winRateSpread(), other.winRateSpread());
        verdict.equal(file, where + "counts", cell.counts(), other.counts());
    }

    private void powers(List<ItemRecord> published, EvaluatedSystem evaluated) {
        Map<String, ItemRecord> expected = new HashMap<>();
        PeriodFreezer.items(evaluated).forEach(line -> expected.put(line.item().id(), Canonical.of(line)));
        for (ItemRecord line : published) {
            String id = line.item().id();
            if (line.item().system().equals(evaluated.system().id())) {
                ItemRecord computed = expected.get(id);
                verdict.equal(PeriodFiles.ITEMS, "entropy of " + id, line.entropy(), computed.entropy());
                optional("variance between models of " + id, line.betweenModels(), computed.betweenModels());
                optional("correlation with the rest of " + id, line.restCorrelation(), computed.restCorrelation());
            }
        }
    }

    /** Periods that were frozen before a figure existed do not publish it. */
    private void optional(String what, Map<String, Double> published, Map<String, Double> computed) {
        if (version > 1 || !published.isEmpty()) {
            verdict.equal(PeriodFiles.ITEMS, what, published, computed);
        }
    }
}
