package dev.valuecompass.site.data;

import dev.valuecompass.io.ByName;
import dev.valuecompass.site.board.BoardTexts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.PeriodSource;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.check.Withdrawal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the world is told of a period; small enough to keep for every period while one of them is rendered.
 *
 * @param caution that the period was withdrawn, or its figures are synthetic or imported; empty for none
 * @param boards none of a withdrawn period
 * @param withdrawal null while the period stands
 * @param revisions oldest first, at least one
 */
@ByName
record PeriodNotice(
        String period,
        String month,
        String home,
        String dataPage,
        String data,
        String size,
        String caution,
        List<BoardNews> boards,
        List<Revision> revisions,
        Withdrawal withdrawal) {

    /** @param verdict what came out, in a sentence or two */
    record BoardNews(String name, String page, String verdict) {}

    /**
     * @param reason why it was made; empty for the first
     * @param digest that stands for all its files; empty when it is not on disk
     */
    record Revision(int number, String reason, String digest) {}

    static PeriodNotice of(Edition edition, PeriodSource source) {
        Snapshot snapshot = edition.snapshot();
        int models = snapshot.models().size();
        return PeriodNoticeFields.builder()
                .period(edition.period())
                .month(edition.month())
                .home(edition.places().home())
                .dataPage(edition.places().dataPage())
                .data(edition.places().file(""))
                .size(Figures.count(models, "model", "models") + " on "
                        + Figures.count(snapshot.systems().size(), "value system", "value systems"))
                .caution((withdrawn(edition) + caution(edition)).strip())
                .boards(edition.valueSystems().stream()
                        .filter(system -> edition.withdrawal().isEmpty())
                        .map(system -> new BoardNews(
                                HostileText.line(system.name()),
                                edition.places().board(system.id()),
                                BoardTexts.verdict(edition, system)))
                        .toList())
                .revisions(revisions(snapshot, source))
                .withdrawal(edition.withdrawal().orElse(null))
                .build();
    }

    /** That a period was withdrawn, with a space behind; empty while it stands. */
    static String withdrawn(Edition edition) {
        return edition.withdrawal()
                .map(mark -> "Withdrawn on " + mark.date() + ", its figures are not to be used: "
                        + HostileText.line(mark.reason()).replaceAll("[.\\s]+$", "") + ". ")
                .orElse("");
    }

    private static String caution(Edition edition) {
        if (edition.snapshot().synthetic()) {
            return "Simulated models, synthetic figures: they say nothing about any real model.";
        }
        return edition.imported()
                ? "Imported figures, published by "
                        + HostileText.line(edition.snapshot().origin().source())
                        + "; neither measured nor checked here."
                : "";
    }

    /** The errata name every revision with its reason. */
    private static List<Revision> revisions(Snapshot snapshot, PeriodSource source) {
        List<Revision> revisions = new ArrayList<>();
        for (int number = 1; number <= snapshot.revision(); number++) {
            String after = Integer.toString(number);
            revisions.add(new Revision(
                    number,
                    snapshot.errata().stream()
                            .filter(one ->
                                    one.action().equals("revise") && one.after().equals(after))
                            .map(one -> HostileText.line(one.reason()))
                            .findFirst()
                            .orElse(""),
                    source.digest(number == snapshot.revision() ? "" : PeriodFiles.REVISIONS + number + "/")));
        }
        return revisions;
    }
}
