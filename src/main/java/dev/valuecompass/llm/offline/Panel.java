package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.value.Theory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fictional models and the values they are made to hold: the truth that an evaluation tries to recover.
 *
 * @param agreement share of what the models say that they say alike where no context parts them, in [0, 1]; what is alike
 *     follows the propensities of the first model
 * @param contexts in which some of them think otherwise; of those that fit a question the first that names the value counts
 * @param wording standard deviation of what the words of a prompt do to a model's tendency to show a value, in logits
 * @param digest SHA-256 of the text of its files
 */
public record Panel(List<Member> members, double agreement, List<Context> contexts, double wording, String digest) {
    private static final String MODELS_OF = "models-of";
    private static final Range OPEN_UNIT = Range.of(0.001, 0.999);
    private static final List<String> STYLES = List.of("plain", "bold", "dash", "paren", "heading");

    /**
     * One fictional model.
     *
     * @param family its fictional maker; models of a family are alike
     * @param style how it lays out an answer
     * @param odd share of its answers that are refused, empty or cut short, in [0, 1]
     * @param thinks whether it reasons before it answers
     * @param values by system id and dimension id the propensity, in (0, 1), to show the value in an answer
     */
    public record Member(
            String model,
            String family,
            String style,
            double odd,
            boolean thinks,
            Map<String, Map<String, Double>> values) {}

    /**
     * A panel has models of its own, or those of another file ({@code models-of}).
     *
     * @throws DataException with every mistake in the file
     */
    public static Panel read(DataFolder data, String path, Theory theory) {
        Defects defects = new Defects();
        String text = data.text(path);
        YamlMap file = Yaml.parse(text, data.file(path).toString(), defects);
        List<Member> members = new ArrayList<>();
        String digest = Digest.sha256(text);
        if (file.has(MODELS_OF)) {
            String other = file.text(MODELS_OF);
            if (modelsOf(data, other).equals(other)) {
                Panel panel = read(data, other, theory);
                members.addAll(panel.members());
                digest = Digest.sha256(digest + panel.digest());
            } else {
                file.report(MODELS_OF, "'" + other + "' has no models of its own", "name the file that lists them");
            }
        } else {
            for (YamlMap entry : file.maps("models")) {
                members.add(member(entry, theory));
                entry.done();
            }
        }
        double agreement = file.number("agreement", Range.of(0L, 1L), 0);
        List<Context> contexts = new ArrayList<>();
        for (YamlMap entry : file.optionalMaps("contexts")) {
            contexts.add(context(entry, members, theory));
            entry.done();
        }
        double wording = file.number("wording", Range.of(0L, 5L), 0);
        file.done();
        defects.refuse(DataException::new);
        return new Panel(List.copyOf(members), agreement, List.copyOf(contexts), wording, digest);
    }

    /**
     * The file in which the models of a panel stand with nothing that makes them alike.
     *
     * @param path of the panel, relative to the data folder; as it is where it has models of its own
     */
    public static String modelsOf(DataFolder data, String path) {
        return Yaml.parse(data.text(path), data.file(path).toString(), new Defects())
                .text(MODELS_OF, path);
    }

    private static Context context(YamlMap entry, List<Member> members, Theory theory) {
        List<String> known = members.stream().map(Member::model).toList();
        entry.required("where");
        YamlMap models = entry.section("models");
        Map<String, Map<String, Map<String, Double>>> values = new LinkedHashMap<>();
        for (String model : models.keys()) {
            values.put(model, values(models.section(model), theory));
            if (!known.contains(model)) {
                models.report(model, "the panel has no model '" + model + "'", NearestName.remedy(model, known));
            }
        }
        return new Context(lower(entry.texts("about")), lower(entry.texts("where")), values);
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    private static Member member(YamlMap entry, Theory theory) {
        return new Member(
                entry.text("model"),
                entry.text("family"),
                entry.oneOf("style", STYLES),
                entry.number("odd", Range.of(0.0, 1.0), 0.0),
                entry.flag("thinks", false),
                values(entry.section("values"), theory));
    }

    private static Map<String, Map<String, Double>> values(YamlMap systems, Theory theory) {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        for (String id : systems.keys()) {
            YamlMap section = systems.section(id);
            if (theory.systemIds().contains(id)) {
                values.put(id, section.numbers(theory.system(id).dimensionIds(), OPEN_UNIT));
            } else {
                systems.report(id, "unknown value system '" + id + "'", NearestName.remedy(id, theory.systemIds()));
            }
        }
        return values;
    }

    /** Empty when nobody of the panel has this name. */
    public Optional<Member> member(String model) {
        return members.stream().filter(m -> m.model().equals(model)).findFirst();
    }

    public List<String> models() {
        return members.stream().map(Member::model).toList();
    }

    /**
     * How readily a model shows a value, in (0, 1). What the file does not say (a leaderboard's own system, say) is drawn
     * from the seed, models of a family being alike.
     */
    public double propensity(Member member, String system, String dimension, long seed) {
        Double known = member.values().getOrDefault(system, Map.of()).get(dimension);
        if (known != null) {
            return known;
        }
        Dice dice = new Dice(seed);
        double family = dice.normal("family", member.family(), system, dimension);
        double own = dice.normal("model", member.model(), system, dimension);
        return logistic(0.2 + 0.9 * family + 0.25 * own);
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
