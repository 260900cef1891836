package dev.valuecompass.llm.offline;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.Digest;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The banks of all known systems, from {@code simulated/phrases/<system>.yml} or made from the definitions. */
final class PhraseBankReader {
    private static final String FOLDER = "simulated/phrases";
    private static final List<String> PLAIN_FILLERS = List.of(
            "There are several sides to this.",
            "Much depends on the details.",
            "This has been discussed for a long time.",
            "The answer may differ from place to place.");

    private final Map<String, PhraseBank> written = new TreeMap<>();
    private final Map<String, PhraseBank> derived = new TreeMap<>();
    private final String digest;

    private PhraseBankReader(Map<String, PhraseBank> written, Map<String, PhraseBank> derived, String digest) {
        this.written.putAll(written);
        this.derived.putAll(derived);
        this.digest = digest;
    }

    /** @throws DataException with every mistake in the files */
    static PhraseBankReader load(DataFolder data, Theory theory) {
        Defects defects = new Defects();
        Map<String, PhraseBank> written = new TreeMap<>();
        Map<String, PhraseBank> derived = new TreeMap<>();
        for (ValueSystem system : theory.systems()) {
            data.find(FOLDER + "/" + system.id() + ".yml")
                    .ifPresentOrElse(
                            path -> written.put(system.id(), read(path, system, defects)),
                            () -> derived.put(system.id(), PhraseBank.of(system, PLAIN_FILLERS)));
        }
        defects.refuse(DataException::new);
        return new PhraseBankReader(
                written,
                derived,
                Digest.sha256(Json.line(List.of(written.values(), derived.values(), theory.systems()))));
    }

    private static PhraseBank read(Path path, ValueSystem system, Defects defects) {
        YamlMap file = Yaml.read(path, defects);
        file.oneOf("system", List.of(system.id()));
        List<PhraseBank.Phrases> dimensions = new ArrayList<>();
        for (YamlMap entry : file.maps("dimensions")) {
            String id = entry.oneOf("id", system.dimensionIds());
            List<String> keywords = lower(entry.texts("keywords"));
            dimensions.add(new PhraseBank.Phrases(id, keywords, some(entry, "shows"), some(entry, "opposes")));
            entry.done();
        }
        PhraseBank bank = new PhraseBank(
                system.id(),
                file.choice("elicits", Elicitation.class).orElse(system.elicitation()),
                file.text("cue", "").toLowerCase(Locale.ROOT),
                file.number("opposing", Range.of(0.0, 1.0), 0.3),
                file.oneOf("about", List.of("all", "one")).equals("one"),
                List.copyOf(dimensions),
                file.texts("openers"),
                some(file, "fillers"));
        file.done();
        return bank;
    }

    private static List<String> some(YamlMap map, String key) {
        map.required(key);
        List<String> texts = map.texts(key);
        if (map.has(key) && texts.isEmpty()) {
            map.report(key, "'" + key + "' is empty", "write at least one sentence");
        }
        return texts;
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * The banks that fit a prompt: those whose cue stands in it, or that need none; and those made from definitions,
     * unless a cue has settled what is meant.
     */
    List<PhraseBank> fitting(Elicitation kind, String prompt) {
        String lower = SmallLetters.of(prompt);
        List<PhraseBank> cued = written.values().stream()
                .filter(bank -> bank.elicits() == kind && !bank.cue().isEmpty() && lower.contains(bank.cue()))
                .toList();
        if (!cued.isEmpty()) {
            return cued;
        }
        Stream<PhraseBank> general = written.values().stream()
                .filter(bank -> bank.elicits() == kind && bank.cue().isEmpty());
        Stream<PhraseBank> rest = derived.values().stream().filter(bank -> bank.elicits() == kind);
        return Stream.concat(general, rest).toList();
    }

    List<PhraseBank> all() {
        return Stream.concat(written.values().stream(), derived.values().stream())
                .toList();
    }

    /** Of all that is said: changed sentences are another model. */
    String digest() {
        return digest;
    }
}
