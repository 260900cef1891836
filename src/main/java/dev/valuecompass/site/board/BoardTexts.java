package dev.valuecompass.site.board;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.scores.Interval;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.ModelRanking;
import dev.valuecompass.site.edition.RankedModel;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.ScoreMeaning;
import dev.valuecompass.value.ValueSystem;
import java.util.Comparator;
import java.util.List;

/** Sentences about a board, computed from its figures: they never say more than the figures do. */
public final class BoardTexts {
    private BoardTexts() {}

    /** What was done, and how to read a score. */
    static String lead(Edition edition, SystemResult result) {
        PageTexts words = edition.words();
        String models = words.count("models", edition.snapshot().models().size());
        String asked = result.items() > 0
                ? words.get(verb(result.system().elicitation()), "models", models, "n", result.items())
                : words.get("board.lead.published", "models", models);
        return words.sentences(asked, words.get(scale(edition, result.system())));
    }

    private static String verb(Elicitation elicitation) {
        return switch (elicitation) {
            case OPINION -> "board.lead.opinion";
            case COMPLETION -> "board.lead.completion";
            case REPLY -> "board.lead.reply";
        };
    }

    private static String scale(Edition edition, ValueSystem system) {
        if (edition.imported()) {
            return "board.scale.imported";
        }
        return system.reading() == ScoreMeaning.DESCRIPTIVE ? "board.scale.descriptive" : "board.scale.normative";
    }

    /** What came out. */
    public static String verdict(Edition edition, ValueSystem system) {
        List<RankedModel> ranked = edition.standings(Measure.CONFORMITY).board(system.id()).stream()
                .filter(one -> one.mean() != null)
                .toList();
        if (ranked.isEmpty()) {
            return edition.words().get("board.verdict.none");
        }
        if (system.reading() == ScoreMeaning.DESCRIPTIVE) {
            return orientation(edition, system);
        }
        return first(edition, system, ranked);
    }

    /** Who is ahead by win rates; nothing was worked out on how sure that is. */
    static String winVerdict(Edition edition, ValueSystem system) {
        List<RankedModel> ranked = edition.standings(Measure.WIN_RATE).board(system.id()).stream()
                .filter(one -> one.mean() != null)
                .toList();
        PageTexts words = edition.words();
        if (ranked.isEmpty()) {
            return words.get("board.verdict.none");
        }
        if (system.reading() == ScoreMeaning.DESCRIPTIVE) {
            return words.get("board.verdict.describes");
        }
        return ranked.size() == 1
                ? only(words, ranked.get(0))
                : words.get("board.verdict.unsure", "head", head(words, leaders(ranked), ranked.get(0)));
    }

    private static String orientation(Edition edition, ValueSystem system) {
        ModelRanking standings = edition.standings(Measure.CONFORMITY);
        List<Dimension> known = system.dimensions().stream()
                .filter(dimension -> standings.mean(system.id(), dimension.id()) != null)
                .sorted(Comparator.comparing(dimension -> standings.mean(system.id(), dimension.id())))
                .toList();
        Dimension most = known.get(known.size() - 1);
        Dimension least = known.get(0);
        return edition.words()
                .text("board.verdict.orientation")
                .with("most", most.name())
                .with("high", Figures.one(standings.mean(system.id(), most.id())))
                .with("least", least.name())
                .with("low", Figures.one(standings.mean(system.id(), least.id())))
                .get();
    }

    private static String first(Edition edition, ValueSystem system, List<RankedModel> ranked) {
        PageTexts words = edition.words();
        if (ranked.size() == 1) {
            return only(words, ranked.get(0));
        }
        List<String> leaders = leaders(ranked);
        String head = head(words, leaders, ranked.get(0));
        String tested = edition.intervals(system.id()).verdict(words);
        if (!tested.isEmpty()) {
            return words.sentences(words.get("sentence", "text", head), tested);
        }
        Interval best = edition.intervals(system.id()).of(ranked.get(0).model().id());
        if (best == null) {
            return words.get("board.verdict.unsure", "head", head);
        }
        long overlapping = ranked.stream()
                .skip(leaders.size())
                .map(one -> edition.intervals(system.id()).of(one.model().id()))
                .filter(interval -> interval != null && interval.high() >= best.low())
                .count();
        return overlapping == 0
                ? words.get("board.verdict.apart", "head", head)
                : words.get("board.verdict.overlap", "head", head, "n", overlapping);
    }

    /** Of one model nothing can be said in comparison. */
    private static String only(PageTexts words, RankedModel one) {
        return words.text("board.verdict.only")
                .with("model", HostileText.line(one.model().name()))
                .with("score", Figures.one(one.mean()))
                .get();
    }

    private static List<String> leaders(List<RankedModel> ranked) {
        return ranked.stream()
                .filter(one -> one.rank().equals(ranked.get(0).rank()))
                .map(one -> HostileText.line(one.model().name()))
                .toList();
    }

    private static String head(PageTexts words, List<String> leaders, RankedModel first) {
        String score = Figures.one(first.mean());
        return leaders.size() == 1
                ? words.get("board.verdict.first", "model", leaders.get(0), "score", score)
                : words.get("board.verdict.shared", "n", leaders.size(), "score", score);
    }
}
