package dev.valuecompass.config;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import dev.valuecompass.value.Instrument;
import dev.valuecompass.value.Theory;
import dev.valuecompass.value.ValueSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code leaderboard.yml}. */
public final class LeaderboardReader {
    private static final Range ITEMS = Range.of(0L, 1_000_000L);

    private static final Pattern MAIL = Pattern.compile("[^\\s@/:<>]+@[^\\s@/:<>]+");

    private final Theory theory;
    private final DataFolder folder;
    private final Defects defects = new Defects();

    private LeaderboardReader(Theory theory, DataFolder folder) {
        this.theory = theory;
        this.folder = folder;
    }

    /**
     * Reads a leaderboard whose data folder is the one it lies in.
     *
     * @throws ConfigException with every mistake in the file, in the order of lines
     */
    public static LeaderboardConfig read(Path file, Theory theory) {
        Path parent = file.toAbsolutePath().getParent();
        return read(file, theory, DataFolder.over(parent));
    }

    /**
     * @param folder against which file names in the leaderboard are resolved
     * @throws ConfigException with every mistake in the file, in the order of lines
     */
    public static LeaderboardConfig read(Path file, Theory theory, DataFolder folder) {
        return read(file, theory, folder, warning -> {});
    }

    /**
     * The same.
     *
     * @param doubts is told what may be meant as it is, and most likely is not
     */
    public static LeaderboardConfig read(Path file, Theory theory, DataFolder folder, Consumer<Defect> doubts) {
        LeaderboardReader reader = new LeaderboardReader(theory, folder);
        LeaderboardConfig leaderboard;
        try {
            YamlMap root = Yaml.read(file, reader.defects);
            leaderboard = reader.leaderboard(root);
        } catch (DataException e) {
            throw new ConfigException(e.defects());
        }
        reader.defects.refuse(ConfigException::new);
        reader.defects.warnings().forEach(doubts);
        return leaderboard;
    }

    private LeaderboardConfig leaderboard(YamlMap root) {
        Title title = title(section(root, "title"));
        List<Endpoint> endpoints = new EndpointList(folder).read(root.maps("endpoints"));
        List<Examinee> examinees = new ExamineeList(endpoints, folder).read(root.maps("examinees"));
        Roles roles = RolesSection.read(root.section("roles"), examinees);
        List<SystemPlan> systems = systems(root.maps("systems"), roles);
        AnswerSampling sampling = sampling(root.section("sampling"));
        Evaluation evaluation = evaluation(root.section("evaluation"), unpriced(endpoints, examinees));
        ConditionPlan conditions =
                root.has("conditions") ? ConditionPlan.read(root.section("conditions"), folder) : null;
        List<Absence> absent = new AbsenceList(examinees).read(root.optionalMaps("not-evaluated"));
        SiteSettings site = site(root.section("site"));
        root.done();
        return LeaderboardConfigFields.builder()
                .title(title)
                .endpoints(endpoints)
                .examinees(examinees)
                .roles(roles)
                .systems(systems)
                .sampling(sampling)
                .evaluation(evaluation)
                .conditions(conditions)
                .notEvaluated(absent)
                .site(site)
                .build();
    }

    private SiteSettings site(YamlMap map) {
        List<String> known = folder.list("languages", ".yml").stream()
                .map(file -> file.getFileName().toString().replaceAll("\\.yml$", ""))
                .toList();
        List<String> languages = new ArrayList<>();
        for (YamlValue value : map.list("languages")) {
            value.text().ifPresent(code -> {
                if (!known.contains(code)) {
                    value.report("there is no file for the language '" + code + "'", NearestName.remedy(code, known));
                } else if (languages.contains(code)) {
                    value.report("the language '" + code + "' is listed twice", "keep one");
                } else {
                    languages.add(code);
                }
            });
        }
        if (map.has("languages") && languages.isEmpty()) {
            map.report("languages", "'languages' names none", "list at least one, such as [en]");
        }
        map.done();
        return languages.isEmpty() ? SiteSettings.USUAL : new SiteSettings(List.copyOf(languages));
    }

    /** A section that must be there. */
    private static YamlMap section(YamlMap root, String key) {
        root.required(key);
        return root.section(key);
    }

    private static Title title(YamlMap map) {
        Title title = new Title(
                map.text("name"),
                map.text("tagline", ""),
                map.text("publisher", ""),
                contact(map),
                address(map),
                map.text("licence", ""),
                map.text("based-on", ""));
        map.done();
        return title;
    }

    private static String address(YamlMap map) {
        String address = WebAddress.page(map, "url");
        if (address.contains("?")) {
            map.report("url", "'url' has a part after '?'", "remove it: pages lie below this address");
        }
        return address;
    }

    private static String contact(YamlMap map) {
        String contact = map.text("contact", "");
        boolean page = contact.startsWith("http://") || contact.startsWith("https://");
        if (page) {
            return WebAddress.page(map, "contact");
        }
        if (!contact.isEmpty() && !MAIL.matcher(contact).matches()) {
            map.report(
                    "contact",
                    "'contact' is neither an e-mail address nor a web address: '" + contact + "'",
                    "write name@example.org or https://example.org/contact");
        }
        return contact;
    }

    private List<SystemPlan> systems(List<YamlMap> maps, Roles roles) {
        Set<String> seen = new HashSet<>();
        List<SystemPlan> plans = new ArrayList<>();
        for (YamlMap map : maps) {
            String system = map.text("system");
            if (!system.isEmpty() && !theory.systemIds().contains(system)) {
                map.report(
                        "system",
                        "unknown value system '" + system + "'",
                        NearestName.remedy(system, theory.systemIds()));
            } else if (!system.isEmpty() && !seen.add(system)) {
                map.report("system", "the value system '" + system + "' is listed twice", "keep one");
            }
            ValueSystem known = theory.systemIds().contains(system) ? theory.system(system) : null;
            EvolveSection.EvolveSettings section = EvolveSection.read(map, known, roles);
            int items = map.whole("items", ITEMS, 0);
            plans.add(SystemPlanFields.builder()
                    .system(system)
                    .pool(new LocalFile(folder).required(map, "pool"))
                    .items(items)
                    .evolve(section.evolve())
                    .anchors(EvolveSection.anchors(map, section.evolve()))
                    .floor(section.evolve() == null ? 0 : EvolveSection.floor(map, items, known))
                    .review(section.review())
                    .instruments(instruments(map, system))
                    .referencePools(new LocalFile(folder).all(map, "reference-pools"))
                    .build());
            map.done();
        }
        return List.copyOf(plans);
    }

    /** Those of the system that the data folder has, where any is named. */
    private List<String> instruments(YamlMap map, String system) {
        List<String> ids = map.texts("instruments");
        if (ids.isEmpty()) {
            return ids;
        }
        List<String> known = Instrument.all(folder, theory).stream()
                .filter(instrument -> instrument.system().equals(system))
                .map(Instrument::id)
                .toList();
        ids.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> map.report(
                        "instruments",
                        "'" + system + "' has no instrument '" + id + "'",
                        known.isEmpty() ? "remove 'instruments'" : NearestName.remedy(id, known)));
        return ids.stream().distinct().toList();
    }

    private static AnswerSampling sampling(YamlMap map) {
        AnswerSampling sampling = new AnswerSampling(
                map.number("temperature", Range.of(0L, 2L)),
                map.number("top-p", Range.of(0.01, 1)),
                map.whole("max-tokens", Range.of(16L, 1_000_000L), 1024),
                map.whole("samples", Range.of(1L, 100L), 1),
                map.whole("key-points", Range.of(1L, 10L), 3));
        map.done();
        return sampling;
    }

    /** Ids of examinees whose calls cost nobody knows what. */
    private static List<String> unpriced(List<Endpoint> endpoints, List<Examinee> examinees) {
        Set<String> billed = endpoints.stream()
                .filter(endpoint -> endpoint.kind() == Endpoint.Kind.OPENAI)
                .map(Endpoint::id)
                .collect(Collectors.toSet());
        return examinees.stream()
                .filter(examinee -> billed.contains(examinee.endpoint()) && examinee.price() == null)
                .map(Examinee::id)
                .toList();
    }

    /** What an answer that a filter stopped is worth where a refusal conforms. */
    private enum Filtered {
        CONFORMS,
        UNSCORED
    }

    private static Evaluation evaluation(YamlMap map, List<String> unpriced) {
        if (map.has("budget") && !unpriced.isEmpty()) {
            map.report(
                    "budget",
                    "a budget cannot be kept without the price of " + String.join(", ", unpriced),
                    "add 'price: {input: …, output: …}' to each, 0 where a model costs nothing");
        }
        Evaluation evaluation = EvaluationFields.builder()
                .seed(map.value("seed")
                        .flatMap(seed -> seed.whole(Range.of(0L, Long.MAX_VALUE)))
                        .orElse(20L))
                .orders(map.whole("orders", Range.of(1L, 1000L), 5))
                .resamples(map.whole("resamples", Range.of(1L, 100_000L), 500))
                .casesPerDimension(map.whole("cases-per-dimension", Range.of(0L, 1000L), 4))
                .minimumCoverage(map.number("minimum-coverage", Range.of(0L, 1L), 0.9))
                .filteredConforms(map.value("filtered")
                                .flatMap(how -> how.choice(Filtered.class))
                                .orElse(Filtered.CONFORMS)
                        == Filtered.CONFORMS)
                .budget(map.decimal("budget", Range.of(0L, 10_000_000L)).orElse(null))
                .intervalLevel(map.number("interval-level", Range.of(0.5, 0.999), Evaluation.USUAL_LEVEL))
                .ratings(map.value("ratings")
                        .flatMap(ratings -> ratings.choice(Evaluation.Ratings.class))
                        .orElse(Evaluation.Ratings.CLOSED_FORM))
                .build();
        map.done();
        return evaluation;
    }
}
