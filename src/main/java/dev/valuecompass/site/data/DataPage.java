package dev.valuecompass.site.data;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.Link;
import java.util.List;

/**
 * What a period offers for download, and how to cite and verify it.
 *
 * @param licence of the figures
 * @param folded whether the frozen files are so many that they are folded away
 * @param examples how the tables are read in other programs; empty where there are no tables
 * @param provenance how the period came about, one sentence each
 */
@ByName
public record DataPage(
        String period,
        String month,
        String lead,
        String licence,
        Link schema,
        List<Download> tables,
        List<Download> files,
        boolean folded,
        List<TableExamples.Example> examples,
        String bibtex,
        List<Fact> provenance,
        List<Recognizer> recognizers,
        List<Correction> errata,
        boolean figuresChanged,
        Link dictionary,
        DatasetMarkup described) {

    /** @param digest SHA-256; empty where the checksums do not list it */
    public record Download(Link file, String size, String what, String digest) {}

    /**
     * @param languages in which it was measured, and which it reads
     * @param opposed how far answers that oppose a value are seen; empty where nothing was measured
     * @param weak names of the systems that it reads poorly; empty when there is none
     */
    @ByName
    public record Recognizer(
            String id,
            String version,
            String description,
            String fittedOn,
            String relatives,
            String languages,
            List<RecognizerQuality> qualities,
            String opposed,
            String weak) {}

    /** How well a recogniser agrees with labels on a system, in figures as shown. @param data what the answers were */
    public record RecognizerQuality(
            String system, String n, String data, String auc, String accuracy, String f1, String kappa) {}

    /** One line of the errata. @param before as first published */
    public record Correction(String file, String row, String action, String before, String after, String reason) {}
}
