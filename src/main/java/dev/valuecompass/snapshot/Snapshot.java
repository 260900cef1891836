package dev.valuecompass.snapshot;

import dev.valuecompass.io.ByName;
import dev.valuecompass.recognition.RecognizerCard;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code snapshot.json}: everything that a period publishes except items, labels and cases, which lie beside it.
 *
 * @param schemaVersion see {@link #SCHEMA_VERSION}
 * @param period {@code YYYY-MM}
 * @param revision from 1; a correction is a new revision
 * @param previous what was frozen before; null for the first of a leaderboard, and in what version 1 froze
 * @param synthetic whether any figure comes from a simulated model
 * @param origin who made the figures and how
 * @param fingerprint decides which periods are comparable
 * @param title name of the leaderboard that published it
 * @param systems in the order of publication
 * @param models every ranked model, in order of id
 * @param notEvaluated models that a reader would expect here, each with the reason
 * @param recognizers cards of the recognisers behind the labels; empty when imported
 * @param cultureFigures fits between models and cultures as the source published them; ours are computed, never frozen
 * @param errata what was corrected, and why, newest last
 */
@ByName
public record Snapshot(
        int schemaVersion,
        String period,
        int revision,
        Previous previous,
        boolean synthetic,
        Origin origin,
        Fingerprint fingerprint,
        String title,
        List<SystemResult> systems,
        List<ModelEntry> models,
        List<NotEvaluated> notEvaluated,
        List<RecognizerCard> recognizers,
        RunProvenance run,
        List<CultureFigure> cultureFigures,
        List<Erratum> errata) {
    /** The version that this program writes; newer ones are refused, older ones upgraded on read. */
    public static final int SCHEMA_VERSION = 3;

    /** The same figures of these systems, such as systems whose names are translated. */
    public Snapshot withSystems(List<SystemResult> others) {
        return SnapshotFields.copy(this).systems(others).build();
    }

    /** The same figures as another revision. @param allErrata of all revisions, newest last */
    public Snapshot withRevision(int number, List<Erratum> allErrata) {
        return SnapshotFields.copy(this).revision(number).errata(allErrata).build();
    }

    /** The same as frozen after this; null for nothing. */
    public Snapshot after(Previous before) {
        return SnapshotFields.copy(this).previous(before).build();
    }

    /**
     * What was frozen before: the revision that this one replaces, else the last period.
     *
     * @param sha256 of its checksum file, and so of all its files
     */
    public record Previous(String period, String sha256) {}

    /**
     * Who made the figures.
     *
     * @param kind {@code evaluated} or {@code imported}
     * @param source for an imported period: name and address of the publisher; may be empty
     * @param licence under which these figures may be used
     */
    public record Origin(String kind, String source, String licence) {
        /** Whether somebody else measured them. */
        public boolean imported() {
            return kind.equals("imported");
        }
    }

    /**
     * A published fit between a model and a country.
     *
     * @param country ISO 3166-1 alpha-2
     * @param value as published
     * @param formula what the source calls it
     */
    public record CultureFigure(String model, String country, double value, String formula) {}

    /** A model that was left out or withdrawn. */
    public record NotEvaluated(String name, String reason, String since) {}

    /**
     * A published correction.
     *
     * @param file of the source or of the period
     * @param row which line, model or cell
     * @param before the value as first published; empty when there was none
     * @param after the value now; empty when dropped
     */
    public record Erratum(String file, String row, String action, String before, String after, String reason) {
        private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

        /** Whether a figure is another one than before, or none; not where a name, a date or an address was set right. */
        public boolean changesFigure() {
            return !action.equals("revise")
                    && (action.equals("drop")
                            || NUMBER.matcher(before).matches()
                            || NUMBER.matcher(after).matches());
        }
    }
}
