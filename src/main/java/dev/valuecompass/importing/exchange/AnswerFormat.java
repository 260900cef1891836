package dev.valuecompass.importing.exchange;

import dev.valuecompass.io.DataException;
import java.nio.file.Path;
import java.util.List;

/** The programs whose files of answers are read. */
public enum AnswerFormat {
    /** Logs of Inspect, {@code .eval} and {@code .json}. */
    INSPECT(InspectSamples::read),
    /** Sample files of Every Eval Ever, {@code _samples.jsonl}. */
    EVERY_EVAL_EVER(EveryEvalSamples::read),
    /** {@code results.json} of promptfoo. */
    PROMPTFOO(PromptfooResults::read),
    /** {@code scenario_state.json} of HELM. */
    HELM(HelmScenarios::read);

    private final CollectedAnswers.Reader reader;

    AnswerFormat(CollectedAnswers.Reader reader) {
        this.reader = reader;
    }

    /** @throws DataException naming every file and answer that cannot be read */
    public CollectedAnswers read(List<Path> files) {
        return CollectedAnswers.read(files, reader);
    }
}
