package dev.valuecompass.snapshot.evidence;

import dev.valuecompass.io.DataException;
import dev.valuecompass.scores.validity.ClosedAnswers;
import dev.valuecompass.scores.validity.ClosedScores;
import dev.valuecompass.scores.validity.Convergence;
import dev.valuecompass.scores.validity.Convergence.Told;
import dev.valuecompass.scores.validity.SecondInstruments;
import dev.valuecompass.scores.validity.SecondInstruments.OfSystem;
import dev.valuecompass.snapshot.PeriodValidity;
import dev.valuecompass.snapshot.Rounding;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.snapshot.SystemResult;
import dev.valuecompass.snapshot.store.PeriodStore;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Instrument.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers to second instruments, {@code evidence/<period>/instruments.json}. */
public final class InstrumentsFile {
    static final EvidenceFile<SecondInstruments> FILE = new EvidenceFile<>(
            "instruments.json",
            SecondInstruments.class,
            SecondInstruments.VERSION,
            told -> told.systems().stream()
                    .allMatch(system -> system != null
                            && system.answers() != null
                            && system.answers().stream().allMatch(InstrumentsFile::sound)),
            "ask again");

    private static final double USUAL_LEVEL = 0.9;

    private InstrumentsFile() {}

    /**
     * Writes what was answered, with what follows from it. Answers of simulated models give way to later
     * ones, and so do others to more.
     *
     * @param dollars that they cost; null when unknown
     * @throws DataException when others are there
     */
    public static SecondInstruments write(Path data, String period, List<ClosedAnswers> answers, Double dollars) {
        PeriodStore store = new PeriodStore(data);
        Snapshot snapshot = store.snapshot(period);
        SecondInstruments told = of(snapshot, store.digest(period), answers, dollars);
        FILE.write(
                data,
                told,
                before -> before.answered() >= told.answered(),
                "there are other answers already",
                "move the file away, then ask again");
        return told;
    }

    /**
     * What was answered beside a period; figures are worked out anew from the answers. Empty where nothing was asked, or the
     * period was revised since: figures of two revisions are not held against each other.
     *
     * @throws DataException when the file is not what this program writes
     */
    public static Optional<SecondInstruments> read(Path data, Snapshot snapshot) {
        return FILE.read(data, snapshot).map(told -> anew(told, snapshot));
    }

    /** The same with figures that follow from its answers. */
    static SecondInstruments anew(SecondInstruments told, Snapshot snapshot) {
        return of(
                snapshot,
                told.frozen(),
                told.systems().stream()
                        .flatMap(system -> system.answers().stream())
                        .toList(),
                told.dollars());
    }

    private static SecondInstruments of(Snapshot snapshot, String digest, List<ClosedAnswers> answers, Double dollars) {
        List<OfSystem> systems = new ArrayList<>();
        for (SystemResult result : snapshot.systems()) {
            List<ClosedAnswers> own = answers.stream()
                    .filter(one ->
                            one.instrument().system().equals(result.system().id()))
                    .toList();
            if (!own.isEmpty()) {
                systems.add(system(snapshot, result, own));
            }
        }
        return Rounding.frozen(new SecondInstruments(
                SecondInstruments.VERSION,
                snapshot.period(),
                snapshot.revision(),
                digest,
                snapshot.synthetic(),
                dollars,
                systems));
    }

    private static OfSystem system(Snapshot snapshot, SystemResult result, List<ClosedAnswers> answers) {
        double level =
                snapshot.run() == null ? USUAL_LEVEL : snapshot.run().scoring().level();
        List<ClosedScores> scores =
                answers.stream().map(one -> ClosedScores.of(one, level)).toList();
        List<Told> told = new ArrayList<>();
        told.add(new Told(Convergence.ANSWERS, PeriodValidity.scores(result)));
        scores.forEach(one -> told.add(new Told(one.instrument(), one.scores())));
        List<Convergence> convergence = new ArrayList<>();
        for (int a = 0; a < told.size(); a++) {
            for (int b = a + 1; b < told.size(); b++) {
                convergence.add(
                        Convergence.of(told.get(a), told.get(b), result.system().dimensionIds(), level));
            }
        }
        return new OfSystem(result.system().id(), answers, scores, convergence);
    }

    /** Whether every answer is one that its question can have. */
    private static boolean sound(ClosedAnswers answers) {
        Instrument instrument = answers.instrument();
        if (instrument == null
                || instrument.elicitation() == null
                || instrument.questions() == null
                || answers.models() == null) {
            return false;
        }
        int statements = instrument.elicitation() == Instrument.Form.CHOICE ? 2 : 1;
        int most = statements == 2 ? 2 : Instrument.MOST;
        List<String> ids = instrument.questions().stream().map(Question::id).toList();
        return instrument.questions().stream()
                        .allMatch(question -> question.statements() != null
                                && question.statements().size() == statements
                                && question.statements().stream().allMatch(one -> one != null && one.value() != null))
                && answers.models().values().stream()
                        .allMatch(model -> model != null
                                && model.given() != null
                                && ids.containsAll(model.given().keySet())
                                && model.given().values().stream()
                                        .allMatch(given -> given.size()
                                                        <= instrument
                                                                .elicitation()
                                                                .orders()
                                                && given.stream()
                                                        .allMatch(one -> one == null || one >= 1 && one <= most)));
    }
}
