package dev.valuecompass.items.adaem;

import dev.valuecompass.config.Evolution;
import dev.valuecompass.io.Mishap;
import dev.valuecompass.items.Item;
import dev.valuecompass.items.ItemVersion;
import dev.valuecompass.items.writing.ExplorerRotation;
import dev.valuecompass.items.writing.ParallelMap;
import dev.valuecompass.items.writing.Rejections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The evolution of questions. Every topic is an arm; a pull explores some new questions on it, refines each as long as the
 * cheap panel's answers differ more and more, and has the strong panel say what it is worth. Which arm comes next follows
 * from what came before; calls within a pull, and pulls that decide nothing about each other, go on at the same time. With
 * the same seed and the same answers the outcome is the same.
 */
public final class Adaem {
    /** Of so many candidates for a place in the set each is measured again. */
    public static final int CANDIDATES = 2;

    /** Pulls at the same time while arms are unplayed: enough to keep a panel busy, few enough for its endpoints. */
    public static final int PULLS_AT_ONCE = 8;

    private final Evolution settings;
    private final Panels panels;
    private final Explorer explorer;
    private final Nearness nearness;
    private final Earlier earlier;
    private final ParallelMap threads;
    private final Rejections rejections = new Rejections();

    /**
     * Who answers, and how the answers are read.
     *
     * @param cheap ids of P1
     * @param strong ids of P2
     * @param values ids of all dimensions
     */
    public record Panels(
            List<String> cheap, List<String> strong, List<String> values, Survey survey, OpinionDiversity diversity) {}

    /**
     * @param nearness knows how alike the questions of a topic are
     * @param earlier what earlier periods leave to this round
     * @param threads run the calls inside a pull
     */
    public Adaem(
            Evolution settings,
            Panels panels,
            Explorer explorer,
            Nearness nearness,
            Earlier earlier,
            ParallelMap threads) {
        this.settings = settings;
        this.panels = panels;
        this.explorer = explorer;
        this.nearness = nearness;
        this.earlier = earlier;
        this.threads = threads;
    }

    /**
     * @param topics the arms, one or more
     * @param choice among them
     * @param progress is told the number of pulls made
     * @return fewer pulls than the budget when the first sixteen brought no question that two models answered
     */
    public AdaemResult run(List<Item> topics, ArmChoice choice, long seed, IntConsumer progress) {
        List<Arm> arms = topics.stream()
                .map(topic -> new Arm(topic, earlier.best().getOrDefault(topic.id(), List.of())))
                .toList();
        List<AdaemResult.Pull> pulls = new ArrayList<>();
        while (pulls.size() < settings.budget()) {
            List<Integer> next = choice.next().stream()
                    .limit(Math.min(PULLS_AT_ONCE, settings.budget() - pulls.size()))
                    .toList();
            int before = pulls.size();
            List<List<ScoredQuestion>> found =
                    threads.map(next, arm -> pull(arms.get(arm), before + 1 + next.indexOf(arm), seed));
            for (int i = 0; i < found.size(); i++) {
                AdaemResult.Pull made = kept(arms.get(next.get(i)), found.get(i));
                choice.update(next.get(i), made.reward());
                pulls.add(made);
            }
            progress.accept(pulls.size());
            if (pulls.size() >= 2 * PULLS_AT_ONCE
                    && arms.stream().allMatch(arm -> arm.questions().isEmpty())) {
                // Nobody answers, so nothing is to be learnt from the rest of the budget.
                break;
            }
        }
        return round(arms, pulls);
    }

    /**
     * Measures the best questions of a round once more, by another answer of each model of the strong panel: what was best
     * by one answer is partly so by luck. The others keep the worth that they have.
     *
     * @param wanted questions of the finished set; 0 for all that tell models apart
     */
    public AdaemResult again(AdaemResult round, int wanted) {
        List<ScoredQuestion> candidates = round.best(CANDIDATES * wanted, settings.mostPerTopic());
        Map<ScoredQuestion, ScoredQuestion> known = new HashMap<>();
        List<ScoredQuestion> measured = threads.map(
                candidates,
                PULLS_AT_ONCE * settings.explore(),
                question -> score(question.text(), 1)
                        .map(worth -> question.worth(question.worth().and(worth)))
                        .orElse(question));
        for (int i = 0; i < candidates.size(); i++) {
            known.put(candidates.get(i), measured.get(i));
        }
        return round.with(question -> known.getOrDefault(question, question));
    }

    /** Pulls that went on side by side may have found the same; the first one keeps it. */
    private AdaemResult.Pull kept(Arm arm, List<ScoredQuestion> found) {
        List<ScoredQuestion> fresh = found.stream()
                .filter(question -> accepted(earlier.echoes().add(question.text()), Rejections.Reason.ECHO))
                .toList();
        fresh.forEach(question -> {
            arm.add(question);
            accepted(question.tells(), Rejections.Reason.WEAK);
        });
        return new AdaemResult.Pull(arm.topic().id(), fresh.size(), fresh.isEmpty() ? 0 : AdaemResult.mean(fresh));
    }

    private boolean accepted(boolean yes, Rejections.Reason otherwise) {
        if (!yes) {
            rejections.note(otherwise);
        }
        return yes;
    }

    private AdaemResult round(List<Arm> arms, List<AdaemResult.Pull> pulls) {
        List<ScoredQuestion> all =
                arms.stream().flatMap(arm -> arm.questions().stream()).toList();
        return new AdaemResult(
                all.stream().filter(question -> question.pull() == 0).toList(),
                all.stream()
                        .filter(question -> question.pull() > 0)
                        .sorted(Comparator.comparingInt(ScoredQuestion::pull))
                        .toList(),
                List.copyOf(pulls),
                rejections.counts());
    }

    private List<ScoredQuestion> pull(Arm arm, int number, long seed) {
        int before = arm.pulled();
        if (before == 0) {
            open(arm);
        }
        List<Integer> attempts = new ArrayList<>();
        for (int j = 0; j < settings.explore(); j++) {
            attempts.add(before * settings.explore() + j);
        }
        List<String> published = earlier.echoes().nearest(arm.topic().text(), earlier.shown());
        List<ExplorerRotation.Proposal<Explorer.Draft>> fresh = threads
                .map(
                        attempts,
                        attempt -> explorer.explore(arm.topic().text(), shots(arm, seed, attempt), published, attempt))
                .stream()
                .filter(draft -> accepted(draft.isPresent(), Rejections.Reason.UNWRITTEN))
                .map(Optional::orElseThrow)
                .filter(draft -> readFresh(arm, draft.content().text()))
                .toList();
        return threads.map(fresh, draft -> refined(arm, draft, number, before)).stream()
                .filter(question -> accepted(question.isPresent(), Rejections.Reason.UNANSWERED))
                .map(Optional::orElseThrow)
                .toList();
    }

    /** Each exploration sees a sample of its own. */
    private List<Shot> shots(Arm arm, long seed, int attempt) {
        return arm.shots(
                settings.shots(), new Random(Objects.hash(seed, arm.topic().id(), attempt)));
    }

    /** The topic's own question is the first example, and what new ones are compared with. */
    private void open(Arm arm) {
        String text = arm.topic().text();
        arm.remember(text, nearness.vector(text));
        arm.carried().forEach(shot -> arm.remember(shot.text(), nearness.vector(shot.text())));
        score(text, 0)
                .ifPresent(worth -> arm.add(new ScoredQuestion(arm.topic().id(), text, "", 0, List.of(), null, worth)));
    }

    /** What cannot be read is not fresh, whatever the cause. */
    private boolean readFresh(Arm arm, String text) {
        try {
            return fresh(arm, text);
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return accepted(false, Rejections.Reason.SIMILAR);
        }
    }

    private boolean isNew(String text) {
        try {
            return !earlier.echoes().repeats(text);
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return false;
        }
    }

    /** Neither known nor, in the mean over the nearest, too much like what the topic has. Remembers it if so. */
    private boolean fresh(Arm arm, String text) {
        if (arm.knows(text) || earlier.echoes().repeats(text)) {
            return accepted(false, Rejections.Reason.ECHO);
        }
        float[] vector = nearness.vector(text);
        boolean fresh = Nearness.mean(vector, arm.vectors(), settings.nearest()) <= settings.similarity();
        if (fresh) {
            arm.remember(text, vector);
        }
        return accepted(fresh, Rejections.Reason.SIMILAR);
    }

    private Optional<ScoredQuestion> refined(
            Arm arm, ExplorerRotation.Proposal<Explorer.Draft> draft, int pull, int before) {
        List<ItemVersion> path = new ArrayList<>();
        String text = draft.content().text();
        Optional<Measured> current = settings.depth() == 0 ? Optional.empty() : measure(text);
        current.ifPresent(measured -> path.add(
                new ItemVersion(draft.content().text(), measured.worth().reward())));
        for (int depth = 0; depth < settings.depth() && current.isPresent(); depth++) {
            Measured known = current.get();
            Optional<ExplorerRotation.Proposal<String>> better = explorer.refine(
                            text, known.answers(), known.worth(), before * settings.depth() + depth)
                    .filter(written -> isNew(written.content()));
            Optional<Measured> worth = better.flatMap(written -> measure(written.content()));
            if (worth.isEmpty() || worth.get().worth().reward() - known.worth().reward() <= settings.gain()) {
                break;
            }
            text = better.orElseThrow().content();
            current = worth;
            path.add(new ItemVersion(text, worth.get().worth().reward()));
        }
        String last = text;
        return score(last, 0)
                .map(worth -> new ScoredQuestion(
                        arm.topic().id(),
                        last,
                        draft.model(),
                        pull,
                        List.copyOf(path),
                        draft.content().grounding(),
                        worth));
    }

    private record Measured(List<PanelAnswer> answers, StandIns worth) {}

    /** By the cheap panel. Empty when fewer than two models answer: there is no difference to be seen. */
    private Optional<Measured> measure(String question) {
        List<PanelAnswer> answers = panels.survey().ask(panels.cheap(), question, 0);
        return answers.size() < StandIns.FEWEST_ANSWERS
                ? Optional.empty()
                : compared(() -> new Measured(
                        answers,
                        StandIns.of(
                                answers, panels.survey().values(question), panels.diversity()::of, settings.beta())));
    }

    /** By an answer of each of the strong panel. Empty as above. */
    private Optional<Informativeness> score(String question, int sample) {
        List<PanelAnswer> answers = panels.survey().ask(panels.strong(), question, sample);
        return answers.size() < Informativeness.FEWEST_MODELS
                ? Optional.empty()
                : compared(() -> Informativeness.of(
                        answers, panels.survey().values(question), panels.values(), settings.beta()));
    }

    /** Empty also when what was answered cannot be compared, whatever the cause. */
    private static <T> Optional<T> compared(Supplier<T> worth) {
        try {
            return Optional.of(worth.get());
        } catch (RuntimeException | Error e) {
            Mishap.of(e);
            return Optional.empty();
        }
    }
}
