package dev.valuecompass.snapshot.store;

import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.ScoreCell;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.Snapshot.Erratum;
import dev.valuecompass.snapshot.SystemResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Corrections: the list of what a revision changes, and the page {@code errata.md} that people read. */
final class ErrataPage {
    private ErrataPage() {}

    /** One entry for the revision and one for each score that it changes, drops or adds. */
    static List<Erratum> between(Snapshot before, Snapshot after, int revision, String reason) {
        List<Erratum> errata = new ArrayList<>();
        errata.add(new Erratum(
                PeriodFiles.SNAPSHOT,
                "revision",
                "revise",
                Integer.toString(before.revision()),
                Integer.toString(revision),
                reason));
        Map<String, Double> old = scores(before);
        Map<String, Double> now = scores(after);
        for (SystemResult result : after.systems()) {
            for (ScoreCell cell : result.scores()) {
                String row = row(result, cell);
                if (!Objects.equals(old.get(row), cell.conformity())) {
                    errata.add(erratum(
                            row, old.containsKey(row) ? "set" : "add", old.get(row), cell.conformity(), reason));
                }
            }
        }
        for (SystemResult result : before.systems()) {
            for (ScoreCell cell : result.scores()) {
                if (!now.containsKey(row(result, cell))) {
                    errata.add(erratum(row(result, cell), "drop", cell.conformity(), null, reason));
                }
            }
        }
        return errata;
    }

    static String write(Snapshot snapshot) {
        StringBuilder page = new StringBuilder("# Errata of " + snapshot.period() + "\n\n")
                .append("| file | row | action | before | after | reason |\n|---|---|---|---|---|---|\n");
        for (Erratum erratum : snapshot.errata()) {
            page.append("| ")
                    .append(String.join(
                            " | ",
                            cell(erratum.file()),
                            cell(erratum.row()),
                            cell(erratum.action()),
                            cell(erratum.before()),
                            cell(erratum.after()),
                            cell(erratum.reason())))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static Erratum erratum(String row, String action, Double before, Double after, String reason) {
        return new Erratum(
                PeriodFiles.SNAPSHOT,
                row,
                action,
                before == null ? "" : before.toString(),
                after == null ? "" : after.toString(),
                reason);
    }

    private static Map<String, Double> scores(Snapshot snapshot) {
        Map<String, Double> scores = new HashMap<>();
        snapshot.systems()
                .forEach(result -> result.scores().forEach(cell -> scores.put(row(result, cell), cell.conformity())));
        return scores;
    }

    private static String row(SystemResult result, ScoreCell cell) {
        return result.system().id() + ", " + cell.model() + ", " + cell.dimension();
    }

    /** Values come from files of others: nothing in them may end the cell or become mark-up. */
    private static String cell(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|!&~])", "\\\\$1");
    }
}
