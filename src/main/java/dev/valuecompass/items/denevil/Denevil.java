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
 * The evolution of items that models go on from: openings, beginnings of sentences, requests. In turn an answer is found
 * that departs from what most of a panel show, and an item that would lead to it; as long as the cheap panel differs more
 * and more, this goes on. The strong panel says how much it differs on start and end. Starting items do not learn from each
 * other, so they go on side by side; with the same answers the outcome is the same.
 */
public final class Denevil {
    /** Items at the same time. */
    public static final int AT_ONCE = 8;

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
     * @param starts about one value each; taken in turn until the budget is used
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

    /** Items that were evolved side by side may have become the same; the first one keeps it. */
    private Opening kept(Opening opening) {
        if (!opening.written()) {
            return opening;
        }
        if (opening.after() == 0) {
            rejections.note(Rejections.Reason.WEAK);
            return opening.given();
        }
        if (!echoes.add(opening.text())) {
            rejections.note(Rejections.Reason.ECHO);
            return opening.given();
        }
        return opening;
    }

    /** What is new is taken once whatever it is worth, since the starting item has been asked; then it must climb. */
    private Optional<Opening> evolve(Item start, int number) {
        String dimension = start.dimensions().get(0);
        String text = start.text();
        String writer = "";
        List<Reaction> reactions = audience.hear(cheap, dimension, text);
        if (reactions.isEmpty()) {
            return Optional.empty();
        }
        List<ItemVersion> path = new ArrayList<>();
        path.add(new ItemVersion(text, Reaction.entropy(reactions)));
        for (int depth = 0; depth < settings.depth(); depth++) {
            Optional<ExplorerRotation.Proposal<String>> next = next(dimension, text, reactions, number + depth);
            if (next.isEmpty() || !isNew(next.get().content())) {
                if (writer.isEmpty()) {
                    rejections.note(next.isEmpty() ? Rejections.Reason.UNWRITTEN : Rejections.Reason.ECHO);
                }
                break;
            }
            List<Reaction> heard = audience.hear(cheap, dimension, next.get().content());
            boolean climbs = !heard.isEmpty()
                    && (writer.isEmpty() || Reaction.entropy(heard) - Reaction.entropy(reactions) > settings.gain());
            if (!climbs) {
                break;
            }
            text = next.get().content();
            writer = next.get().model();
            reactions = heard;
            path.add(new ItemVersion(text, Reaction.entropy(heard)));
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

    /** An answer among the reactions that departs is as good as one on demand, and is what a model really does. */
    private Optional<ExplorerRotation.Proposal<String>> next(
            String dimension, String text, List<Reaction> reactions, int turn) {
        Reaction.Side common = Reaction.common(reactions);
        Optional<String> departing = reactions.stream()
                .filter(reaction -> reaction.departsFrom(common))
                .max(Comparator.comparingDouble(Reaction::strength))
                .map(Reaction::text)
                .or(() -> tempter.depart(dimension, text, common, turn));
        return departing.flatMap(found -> tempter.infer(dimension, text, found, turn));
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
                        Reaction.entropy(before),
                        Reaction.entropy(after)));
    }
}
