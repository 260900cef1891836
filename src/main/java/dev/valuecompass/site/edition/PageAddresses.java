package dev.valuecompass.site.edition;

import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.Slugs;
import dev.valuecompass.snapshot.Snapshot;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the pages of one period lie. Small enough to keep for every period while one of them is rendered. */
public final class PageAddresses {
    /** Folders of a period that no value system may take. */
    private static final Set<String> FOLDERS = Set.of(
            "models",
            "compare",
            "cultures",
            "countries",
            "items",
            "findings",
            "validity",
            "changes",
            "data",
            "all",
            "not-evaluated");

    private final String period;
    private final String first;
    private final String folder;
    private final String files;
    private final Map<String, String> systems;
    private final Map<String, String> models;
    private final SortedMap<String, String> names;
    private final Map<String, Set<String>> values;
    private final String lineage;
    private final boolean synthetic;
    private final boolean imported;

    private PageAddresses(Snapshot snapshot) {
        this.period = snapshot.period();
        this.first = "";
        this.folder = Slugs.of(period) + "/";
        this.files = folder;
        this.systems = Slugs.of(
                snapshot.systems().stream().map(result -> result.system().id()).toList(), FOLDERS);
        this.names = new TreeMap<>();
        snapshot.models().forEach(model -> names.put(model.id(), model.name()));
        this.models = Slugs.of(names.keySet(), Set.of());
        this.values = new TreeMap<>();
        snapshot.systems()
                .forEach(result -> values.put(
                        result.system().id(), Set.copyOf(result.system().dimensionIds())));
        this.synthetic = snapshot.synthetic();
        this.imported = snapshot.origin().imported();
        this.lineage = snapshot.origin().kind() + " " + snapshot.synthetic() + " "
                + snapshot.origin().source();
    }

    private PageAddresses(PageAddresses other, String first) {
        this.period = other.period;
        this.first = first;
        this.folder = first + other.files;
        this.files = other.files;
        this.systems = other.systems;
        this.models = other.models;
        this.names = other.names;
        this.values = other.values;
        this.synthetic = other.synthetic;
        this.imported = other.imported;
        this.lineage = other.lineage;
    }

    public static PageAddresses of(Snapshot snapshot) {
        return new PageAddresses(snapshot);
    }

    /**
     * The same pages in another language; files that are not pages stay where they are.
     *
     * @param folder of the language: empty for the site's first one, otherwise ending with a slash
     */
    public PageAddresses in(String folder) {
        return new PageAddresses(this, folder);
    }

    /** A page that belongs to no period, such as {@code index.html}. */
    public String page(String path) {
        return first + path;
    }

    public String period() {
        return period;
    }

    /** Whether two periods are of one leaderboard, so that a model that is not in both came or went. */
    public boolean continues(PageAddresses other) {
        return lineage.equals(other.lineage);
    }

    /** Whether its models are made up. */
    public boolean synthetic() {
        return synthetic;
    }

    /** Whether somebody else measured its figures. */
    public boolean imported() {
        return imported;
    }

    /**
     * Pages that not every period has, and that another one has for the same subject only where it has the same path: below the period's
     * folder. What is left out is a model or a system whose id does not name its page as it stands.
     */
    public SortedSet<String> particular() {
        SortedSet<String> paths = new TreeSet<>();
        systems.forEach((system, slug) -> {
            if (slug.equals(system)) {
                paths.add(within(board(system)));
                values.get(system).forEach(value -> paths.add(within(value(system, value))));
            }
        });
        models.forEach((model, slug) -> {
            if (slug.equals(model)) {
                paths.add(within(modelPage(model)));
            }
        });
        return paths;
    }

    /** The path of a page of this period below the period's folder. */
    public String within(String page) {
        return page.substring(folder.length());
    }

    /** Ids, in order. */
    public Set<String> models() {
        return Collections.unmodifiableSet(names.keySet());
    }

    /** Of a model, as written in the period. */
    public String name(String model) {
        return names.get(model);
    }

    /** The page that says who is missing, and why. */
    public String notEvaluated() {
        return folder + "not-evaluated/index.html";
    }

    /** The period's first page. */
    public String home() {
        return folder + "index.html";
    }

    /** Null when the period does not have the system; so with all that ask for a system or a model. */
    public String board(String system) {
        return systems.containsKey(system) ? folder + systems.get(system) + "/index.html" : null;
    }

    /** Every system in one table. */
    public String all() {
        return folder + "all/index.html";
    }

    /** Null when the period does not have the system. */
    public String winRates(String system) {
        return systems.containsKey(system) ? folder + systems.get(system) + "/win-rate/index.html" : null;
    }

    /** The page of one dimension; null when the period does not have it. */
    public String value(String system, String dimension) {
        return systems.containsKey(system) && values.get(system).contains(dimension)
                ? folder + systems.get(system) + "/values/" + Slugs.of(dimension) + ".html"
                : null;
    }

    public String modelList() {
        return folder + "models/index.html";
    }

    /** Null when the period does not have the model. */
    public String modelPage(String model) {
        String slug = models.get(model);
        return slug == null ? null : folder + "models/" + slug + "/index.html";
    }

    /** A model by its name, leading to its page. @param from the page that the link stands on */
    public Link model(String model, Address from) {
        return new Link(from.to(modelPage(model)), HostileText.line(name(model)));
    }

    /** The page of a model in any period of the site, for models whose ids name their pages as they stand. */
    public String modelPageOf(String other, String model) {
        return first + Slugs.of(other) + "/models/" + Slugs.of(model) + "/index.html";
    }

    /** A safe name for files about a model. */
    public String slug(String model) {
        return models.get(model);
    }

    /** Its folder; null when the period does not have the system. */
    public String systemSlug(String system) {
        return systems.get(system);
    }

    public String compare() {
        return folder + "compare/index.html";
    }

    public String cultures() {
        return folder + "cultures/index.html";
    }

    public String cultures(String series) {
        return folder + "cultures/" + Slugs.of(series) + "/index.html";
    }

    /** The page of one country. @param code ISO 3166-1 alpha-2, once in a series */
    public String culture(String series, String code) {
        return folder + "cultures/" + Slugs.of(series) + "/" + Slugs.of(code) + ".html";
    }

    /** What all surveys say of one country. @param code ISO 3166-1 alpha-2 */
    public String country(String code) {
        return folder + "countries/" + Slugs.of(code) + ".html";
    }

    /** Where the points of the map of models and cultures lie, as JSON. */
    public String cultureMap(String series) {
        return files + "cultures/" + Slugs.of(series) + "/map.json";
    }

    public String findings() {
        return folder + "findings/index.html";
    }

    /** The findings as JSON. */
    public String findingsFile() {
        return files + "findings/findings.json";
    }

    /** Whether the period is any good. */
    public String validity() {
        return folder + "validity/index.html";
    }

    /** The same as JSON. */
    public String validityFile() {
        return files + "validity/validity.json";
    }

    /** What second instruments told, as JSON. */
    public String instrumentsFile() {
        return files + "validity/instruments.json";
    }

    /** What telling models to hold a value did, as JSON. */
    public String primesFile() {
        return files + "validity/primes.json";
    }

    /** Other sets of items beside those that were asked, as JSON. */
    public String referencesFile() {
        return files + "items/references.json";
    }

    /** What other conditions did, as JSON. */
    public String conditionsFile() {
        return files + "validity/conditions.json";
    }

    /** What changed since the period before. */
    public String changes() {
        return folder + "changes/index.html";
    }

    public String itemList() {
        return folder + "items/index.html";
    }

    /** Null when the period does not have the system. */
    public String items(String system) {
        return systems.containsKey(system) ? folder + "items/" + systems.get(system) + "/index.html" : null;
    }

    /** A further page of a long list. @param number from 1, which is {@link #items(String)} */
    public String items(String system, int number) {
        String first = items(system);
        return number == 1 || first == null
                ? first
                : folder + "items/" + systems.get(system) + "/page/" + number + ".html";
    }

    /** The page of one item. @param slug unique in the period */
    String item(String system, String slug) {
        return systems.containsKey(system) ? folder + "items/" + systems.get(system) + "/" + slug + ".html" : null;
    }

    public String dataPage() {
        return folder + "data/index.html";
    }

    /** Where a file of the period lies, byte for byte as it was frozen. */
    public String file(String name) {
        return files + "data/" + name;
    }
}
