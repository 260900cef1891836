package dev.valuecompass.value;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A second way to ask a model for the values of a system: questions with closed answers, which need no recogniser. One file
 * of {@code instruments/}.
 *
 * @param questions in the order of the file
 */
public record Instrument(
        String id, String system, String name, Form elicitation, List<Question> questions, List<String> sources) {
    /** The lowest and the highest answer to a statement that is rated. */
    public static final int LEAST = 1;

    public static final int MOST = 6;

    /** What is answered. */
    public enum Form {
        /** Which of two statements is nearer; each pair is asked in both orders. */
        CHOICE,
        /** How far one agrees, {@value #LEAST} to {@value #MOST}. */
        RATING;

        /** How often a question is asked. */
        public int orders() {
            return this == CHOICE ? 2 : 1;
        }
    }

    /**
     * What is put to a model.
     *
     * @param id unique in its instrument
     * @param statements two to choose from, or one to rate
     */
    public record Question(String id, List<Statement> statements) {
        /** The statements in the order in which they are shown. @param order 0 as written, 1 the other way round */
        public List<Statement> shown(int order) {
            return order == 0 ? statements : List.of(statements.get(1), statements.get(0));
        }
    }

    /** @param value id of the dimension @param reversed whether to agree speaks against the value */
    public record Statement(String value, String text, boolean reversed) {}

    /** Calls that it takes of each model. */
    public int calls() {
        return questions.size() * elicitation.orders();
    }

    /** Every instrument of a data folder, by id. @throws DataException with every mistake in their files */
    public static List<Instrument> all(DataFolder data, Theory theory) {
        Defects defects = new Defects();
        List<Instrument> all = new ArrayList<>();
        for (Path file : data.list(InstrumentFile.FOLDER, ".yml")) {
            all.add(new InstrumentFile(Yaml.read(file, defects), theory).read(file));
        }
        defects.refuse(DataException::new);
        return List.copyOf(all);
    }

    /** @throws DataException when there is none of this id, or there are mistakes in a file */
    public static Instrument read(DataFolder data, Theory theory, String id) {
        List<Instrument> all = all(data, theory);
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        data.own().resolve(InstrumentFile.FOLDER),
                        "unknown instrument '" + id + "'",
                        NearestName.remedy(id, all.stream().map(Instrument::id).toList())));
    }
}
