package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The questions that visitors come with; one that these systems cannot answer is not asked. */
final class FrontQuestions {
    private final Edition edition;
    private final PageTexts words;
    private final ValueSystem system;
    private final Address from;

    /** @param system that the page shows */
    FrontQuestions(Edition edition, ValueSystem system, Address from) {
        this.edition = edition;
        this.words = edition.words();
        this.system = system;
        this.from = from;
    }

    /** Lowest and highest model on a dimension. */
    private record Spread(Dimension dimension, RankedModel least, RankedModel most) {
        double width() {
            return most.mean() - least.mean();
        }
    }

    List<BoardPage.Question> all() {
        List<BoardPage.Question> questions = new ArrayList<>();
        if (system.reading() == ScoreMeaning.DESCRIPTIVE) {
            questions.add(new BoardPage.Question(
                    new Link(from.to(edition.places().board(system.id())) + "#quiz", words.get("board.front.like")),
                    words.get("board.front.like-answer")));
        }
        edition.valueSystems().stream()
                .filter(one -> one.elicitation() == Elicitation.REPLY && one.refusalConforms())
                .findFirst()
                .ifPresent(safety -> questions.add(new BoardPage.Question(
                        new Link(from.to(edition.places().board(safety.id())), words.get("board.front.safest")),
                        BoardTexts.verdict(edition, safety))));
        widest().ifPresent(spread -> questions.add(new BoardPage.Question(
                new Link(
                        from.to(edition.places()
                                .value(system.id(), spread.dimension().id())),
                        words.get("board.front.differ")),
                words.text("board.front.differ-answer")
                        .with("value", spread.dimension().name())
                        .with("least", HostileText.line(spread.least().model().name()))
                        .with("low", Figures.one(spread.least().mean()))
                        .with("most", HostileText.line(spread.most().model().name()))
                        .with("high", Figures.one(spread.most().mean()))
                        .get())));
        return questions;
    }

    private Optional<Spread> widest() {
        return system.dimensions().stream()
                .map(this::spread)
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Spread::width));
    }

    private Optional<Spread> spread(Dimension dimension) {
        List<RankedModel> ranked = RankedModel.by(
                        edition.snapshot().models(),
                        model -> edition.figure(Measure.CONFORMITY, system.id(), model.id(), dimension.id()))
                .stream()
                .filter(one -> one.mean() != null)
                .toList();
        return ranked.size() < 2
                ? Optional.empty()
                : Optional.of(new Spread(dimension, ranked.get(ranked.size() - 1), ranked.get(0)));
    }
}
