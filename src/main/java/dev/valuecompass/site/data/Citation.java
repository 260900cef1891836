package dev.valuecompass.site.data;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.Snapshot;

/** How to cite a period. */
final class Citation {
    private Citation() {}

    /**
     * A BibTeX entry that names period, revision and the digest of the snapshot, so that a reader can tell which
     * figures were meant.
     *
     * @param digest SHA-256 of {@code snapshot.json}; may be empty
     */
    static String bibtex(Edition edition, DatasetFacts facts, String digest) {
        Snapshot snapshot = edition.snapshot();
        String note = (edition.imported()
                        ? "Figures published by " + plain(snapshot.origin().source()) + ". "
                        : "")
                + (snapshot.synthetic() ? "Simulated models, synthetic figures. " : "")
                + (digest.isEmpty() ? "" : "snapshot.json has SHA-256 " + digest + ". ");
        return "@misc{value-compass-" + plain(edition.period()) + "-r" + snapshot.revision() + ",\n"
                + "  title = {{" + plain(facts.name()) + "}},\n"
                + "  author = {{" + plain(facts.creator()) + "}},\n"
                + "  year = {" + plain(edition.period()).replaceAll("-.*", "") + "},\n"
                + "  version = {" + snapshot.revision() + "},\n"
                + (note.isEmpty() ? "" : "  note = {" + note.strip() + "},\n")
                + (facts.address() == null ? "" : "  url = {" + facts.address() + "},\n")
                + "}";
    }

    /** Without the characters that mean something to TeX. */
    private static String plain(String text) {
        return HostileText.line(text).replaceAll("[\\\\{}%#$&_^~]", " ").replaceAll(" +", " ");
    }
}
