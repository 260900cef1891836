package dev.valuecompass.value;

import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.yaml.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one file of {@code instruments/}. */
final class InstrumentFile {
    static final String FOLDER = "instruments";

    private final YamlMap root;
    private final Theory theory;
    private final Set<String> texts = new HashSet<>();

    InstrumentFile(YamlMap root, Theory theory) {
        this.root = root;
        this.theory = theory;
    }

    Instrument read(Path file) {
        String id = root.id("id");
        String stem = file.getFileName().toString().replaceFirst("\\.yml$", "");
        if (!id.isEmpty() && !id.equals(stem)) {
            root.report("id", "the id '" + id + "' is not the file's name", "write 'id: " + stem + "'");
        }
        String system = root.text("system");
        List<String> values = List.of();
        if (theory.systemIds().contains(system)) {
            values = theory.system(system).dimensionIds();
        } else if (!system.isEmpty()) {
            root.report(
                    "system", "unknown value system '" + system + "'", NearestName.remedy(system, theory.systemIds()));
        }
        Instrument.Form form = root.choice("elicitation", Instrument.Form.class).orElse(null);
        List<Instrument.Question> questions =
                form == Instrument.Form.CHOICE ? pairs(values) : form == null ? List.of() : statements(values);
        Instrument read =
                new Instrument(id, system, root.text("name"), form, questions, List.copyOf(root.texts("sources")));
        root.done();
        return read;
    }

    /** A pair is a map from two values to a statement of each. */
    private List<Instrument.Question> pairs(List<String> values) {
        List<Instrument.Question> questions = new ArrayList<>();
        for (YamlMap pair : root.maps("pairs")) {
            List<Instrument.Statement> statements = new ArrayList<>();
            for (String value : pair.keys()) {
                statements.add(statement(pair, value, value, values, false));
            }
            if (statements.size() == 2) {
                questions.add(new Instrument.Question(number(questions), List.copyOf(statements)));
            } else {
                root.report("pairs", "a pair has " + statements.size() + " statements", "write two, one a value");
            }
            pair.done();
        }
        return List.copyOf(questions);
    }

    private List<Instrument.Question> statements(List<String> values) {
        List<Instrument.Question> questions = new ArrayList<>();
        for (YamlMap entry : root.maps("statements")) {
            questions.add(new Instrument.Question(
                    number(questions),
                    List.of(statement(entry, "text", entry.text("value"), values, entry.flag("reversed", false)))));
            entry.done();
        }
        return List.copyOf(questions);
    }

    private Instrument.Statement statement(
            YamlMap map, String key, String value, List<String> values, boolean reversed) {
        if (!values.isEmpty() && !values.contains(value)) {
            map.report(
                    key.equals(value) ? key : "value",
                    "unknown value '" + value + "'",
                    NearestName.remedy(value, values));
        }
        String text = map.text(key);
        if (!text.isEmpty() && !texts.add(text)) {
            map.report(key, "a statement stands twice", "write another");
        }
        return new Instrument.Statement(value, text, reversed);
    }

    private static String number(List<Instrument.Question> before) {
        return Integer.toString(before.size() + 1);
    }
}
