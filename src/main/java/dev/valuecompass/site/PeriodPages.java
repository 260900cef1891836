package dev.valuecompass.site;

import dev.valuecompass.site.Frames.Section;
import dev.valuecompass.site.view.BoardPage;
import dev.valuecompass.site.view.ModelPage;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.util.Map;

/** All pages of one period. */
final class PeriodPages {
    private final Edition edition;
    private final Frames frames;
    private final PageWriter writer;
    private final BoardPages boards;
    private final ModelPages models;

    PeriodPages(Edition edition, Theory theory, Frames frames, PageWriter writer) {
        this.edition = edition;
        this.frames = frames;
        this.writer = writer;
        this.models = new ModelPages(edition);
        this.boards = new BoardPages(edition, new Presets(theory));
    }

    /** @param front whether the site's front page shows this period */
    void write(boolean front) {
        SystemResult first = edition.snapshot().systems().get(0);
        if (front) {
            board(first, "index.html");
        }
        board(first, edition.places().home());
        for (SystemResult result : edition.snapshot().systems()) {
            board(result, edition.places().board(result.system().id()));
            winRates(result);
        }
        edition.snapshot().models().forEach(this::model);
    }

    private void board(SystemResult result, String path) {
        Address here = new Address(path);
        BoardPage page = boards.scores(result, here);
        ValueSystem system = result.system();
        write(
                new Frames.Page(
                        here,
                        Section.LEADERBOARD,
                        system.name() + ", " + edition.month(),
                        page.opening().lead() + " " + page.opening().verdict(),
                        places -> places.board(system.id())),
                "board.jte",
                page);
    }

    private void model(ModelEntry model) {
        Address here = new Address(edition.places().modelPage(model.id()));
        ModelPage page = models.of(model, here);
        write(
                new Frames.Page(
                        here,
                        Section.MODELS,
                        page.name() + ", " + edition.month(),
                        "The values of " + page.name() + " in " + edition.month()
                                + ": scores, rank and published answers.",
                        places -> places.modelPage(model.id())),
                "model.jte",
                page);
    }

    private void winRates(SystemResult result) {
        if (!BoardPages.hasWinRates(result)) {
            return;
        }
        String system = result.system().id();
        Address here = new Address(edition.places().winRates(system));
        BoardPage page = boards.winRates(result, here);
        write(
                new Frames.Page(
                        here,
                        Section.LEADERBOARD,
                        "Win rates, " + result.system().name() + ", " + edition.month(),
                        page.opening().lead(),
                        places -> places.board(system)),
                "board.jte",
                page);
    }

    private void write(Frames.Page page, String template, Object content) {
        writer.write(page.address(), template, Map.of("frame", frames.of(page, edition), "page", content));
    }
}
