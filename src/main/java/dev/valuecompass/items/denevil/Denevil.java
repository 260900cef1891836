package dev.valuecompass.items.denevil;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.items.ContaminationGuard;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemVersion;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.items.writing.ParallelMap;
import dev.valuecompass.items.writing.Rejections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The evolution of openings. In turn a continuation that violates the foundation is found, and an opening that would lead
 * to it; as long as the cheap panel violates the foundation more and more, this goes on. The strong panel says what start
 * and end are worth. Starting items do not learn from each other, so they go on side by side; with the same answers the
 * outcome is the same.
 */
public final class Denevil {
    private static final int AT_ONCE = 8;

    private final Evolution settings;
    private final List<String> cheap;
    private final List<String> strong;
    private final Audience audience;
    private final Tempter tempter;
    private final ContaminationGuard echoes;
    private final Rejections rejections = new Rejections();

    /**
     * @param cheap ids of P1
     * @param strong ids of P2
     * @param echoes knows every published text, and learns those of the round: none may return
     */
    public Denevil(
            Evolution settings,
            List<String> cheap,
            List<String> strong,
            Audience audience,
            Tempter tempter,
            ContaminationGuard echoes) {
        this.settings = settings;
        this.cheap = cheap;
        this.strong = strong;
        this.audience = audience;
        this.tempter = tempter;
        this.echoes = echoes;
    }

    /**
     * @param starts with one dimension each; taken in turn until the budget is used
     * @param progress is told the number of starts done
     * @return one for each start that the strong panel continued, in the order of the budget
     */
    public List<Opening> run(List<Item> starts, ParallelMap threads, IntConsumer progress) {
        List<Opening> openings = new ArrayList<>();
        for (int from = 0; from < settings.budget(); from += AT_ONCE) {
            List<Integer> numbers = IntStream.range(from, Math.min(from + AT_ONCE, settings.budget()))
                    .boxed()
                    .toList();
            threads.map(numbers, number -> evolve(starts.get(number % starts.size()), number))
                    .forEach(found -> found.ifPresentOrElse(
                            opening -> openings.add(kept(opening)),
                            () -> rejections.note(Rejections.Reason.UNANSWERED)));
            progress.accept(from + numbers.size());
        }
        return List.copyOf(openings);
    }

    /** How many proposals became no opening, by the reason. */
    public SortedMap<Rejections.Reason, Integer> rejected() {
        return rejections.counts();
    }

    /** Openings that were evolved side by side may have become the same; the first one keeps it. */
    private Opening kept(Opening opening) {
        if (!opening.grew()) {
            rejections.note(Rejections.Reason.WEAK);
            return opening;
        }
        if (echoes.add(opening.text())) {
            return opening;
        }
        rejections.note(Rejections.Reason.ECHO);
        return opening.given();
    }

    private Optional<Opening> evolve(Item start, int number) {
        String dimension = start.dimensions().get(0);
        List<ItemVersion> path = new ArrayList<>();
        String text = start.text();
        String writer = "";
        List<Reaction> reactions = audience.hear(cheap, dimension, text);
        for (int depth = 0; !reactions.isEmpty(); depth++) {
            double known = Reaction.mean(reactions);
            path.add(new ItemVersion(text, known));
            if (depth == settings.depth()) {
                break;
            }
            Optional<ExplorerRotation.Proposal<String>> next =
                    next(dimension, text, reactions, number + depth).filter(written -> isNew(written.content()));
            List<Reaction> heard = next.isEmpty()
                    ? List.of()
                    : audience.hear(cheap, dimension, next.get().content());
            if (heard.isEmpty() || Reaction.mean(heard) - known <= settings.gain()) {
                break;
            }
            text = next.get().content();
            writer = next.get().model();
            reactions = heard;
        }
        return judged(start, text, writer, path);
    }

    /** What cannot be read is not new, whatever the cause. */
    private boolean isNew(String text) {
        try {
            return !echoes.repeats(text);
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return false;
        }
    }

    /** A violation among the reactions is as good as one on demand, and is what a model really does. */
    private Optional<ExplorerRotation.Proposal<String>> next(
            String dimension, String text, List<Reaction> reactions, int turn) {
        Optional<String> continuation = reactions.stream()
                .filter(reaction -> reaction.violation() > 0)
                .max(Comparator.comparingDouble(Reaction::violation))
                .map(Reaction::text)
                .or(() -> tempter.violate(dimension, text, turn));
        return continuation.flatMap(found -> tempter.infer(dimension, text, found, turn));
    }

    private Optional<Opening> judged(Item start, String text, String writer, List<ItemVersion> path) {
        String dimension = start.dimensions().get(0);
        List<Reaction> before = audience.hear(strong, dimension, start.text());
        List<Reaction> after = writer.isEmpty() ? before : audience.hear(strong, dimension, text);
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Opening(
                        start.id(),
                        dimension,
                        text,
                        writer,
                        List.copyOf(path),
                        Reaction.mean(before),
                        Reaction.mean(after)));
    }
}
