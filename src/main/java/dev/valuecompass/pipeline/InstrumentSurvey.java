package dev.valuecompass.pipeline;

import dev.valuecompass.config.Examinee;
import dev.valuecompass.llm.ChatModel;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.pipeline.setup.RunSetting;
import dev.valuecompass.responses.ClosedInterview;
import dev.valuecompass.responses.ClosedResponse;
import dev.valuecompass.scores.validity.ClosedAnswers;
import dev.valuecompass.scores.validity.SecondInstruments;
import dev.valuecompass.snapshot.evidence.InstrumentsFile;
import dev.valuecompass.value.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts second instruments to every model. Models are asked side by side. */
public final class InstrumentSurvey {
    /** Ends after which a call is worth another run. */
    private static final List<String> OPEN = Stream.of(Outcome.CANCELLED, Outcome.BUDGET_SKIPPED)
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
            .toList();

    private final RunSetting setting;
    private final ChatModel chat;
    private final Consumer<String> progress;

    /** @param progress is told what happens, a line at a time */
    public InstrumentSurvey(RunSetting setting, ChatModel chat, Consumer<String> progress) {
        this.setting = setting;
        this.chat = chat;
        this.progress = progress;
    }

    /**
     * Asks and keeps what was answered beside the frozen period. Nothing is kept where calls are still to be made.
     *
     * @param spent tells what calls cost since it was asked last
     * @return empty when nothing was asked or kept
     */
    public Optional<SecondInstruments> keep(List<Instrument> instruments, Supplier<Spent> spent) {
        if (instruments.isEmpty()) {
            return Optional.empty();
        }
        spent.get();
        List<ClosedAnswers> answers = ask(instruments);
        long open = answers.stream()
                .flatMap(one -> one.models().values().stream())
                .mapToLong(given -> OPEN.stream()
                        .mapToInt(outcome -> given.outcomes().getOrDefault(outcome, 0))
                        .sum())
                .sum();
        if (open > 0) {
            progress.accept("second instruments: " + open
                    + " calls have no answer yet, so nothing is kept; ask again with: compass validity --instruments");
            return Optional.empty();
        }
        return Optional.of(InstrumentsFile.write(
                setting.data().own(), setting.period(), answers, spent.get().rounded()));
    }

    /** What every model answered. */
    public List<ClosedAnswers> ask(List<Instrument> instruments) {
        ClosedInterview interview = new ClosedInterview(chat, setting.data(), setting.leaderboard());
        List<Examinee> examinees = setting.leaderboard().examinees();
        List<ClosedAnswers> answers = new ArrayList<>();
        for (Instrument instrument : instruments) {
            progress.accept("%s: %d models, %d questions"
                    .formatted(
                            instrument.id(),
                            examinees.size(),
                            instrument.questions().size()));
            SortedMap<String, ClosedAnswers.Given> given = new TreeMap<>();
            sideBySide(examinees, examinee -> interview.ask(examinee, instrument))
                    .forEach((id, responses) -> given.put(id, given(instrument, responses)));
            answers.add(new ClosedAnswers(instrument, given));
        }
        return answers;
    }

    private static ClosedAnswers.Given given(Instrument instrument, List<ClosedResponse> responses) {
        SortedMap<String, List<Integer>> given = new TreeMap<>();
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        for (ClosedResponse one : responses) {
            given.computeIfAbsent(
                            one.question(),
                            id -> new ArrayList<>(instrument.elicitation().orders()))
                    .add(one.given());
            outcomes.merge(one.outcome().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        return new ClosedAnswers.Given(given, outcomes);
    }

    /**
     * Work on all models at once, each on a thread of its own: one that waits for answers must keep no other from reading. What
     * came of it, by id; the first failure is thrown.
     *
     * @throws InterruptedRunException when interrupted; the others are interrupted too
     */
    public static <T> SortedMap<String, T> sideBySide(List<Examinee> examinees, Function<Examinee, T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(examinees.size());
        try {
            Map<String, Future<T>> running = new TreeMap<>();
            examinees.forEach(one -> running.put(one.id(), threads.submit(() -> work.apply(one))));
            SortedMap<String, T> done = new TreeMap<>();
            running.forEach((id, one) -> done.put(id, await(one)));
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T await(Future<T> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        }
    }
}
