package dev.valuecompass.site.finding;

import dev.valuecompass.findings.FindingLanguage;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.value.Theory;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Tells findings by the texts of a language file. Immutable. */
public final class FindingTexts implements FindingLanguage {
    private final PageTexts words;
    private final Map<String, String> systems = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> series = new HashMap<>();

    /** Knows no names but those that it is given; so names stay English. */
    public FindingTexts(PageTexts words) {
        this.words = words;
    }

    /** @param edition in the language, as the theory is */
    FindingTexts(Edition edition, Theory theory) {
        this(edition.words());
        edition.valueSystems().forEach(system -> {
            systems.put(system.id(), system.name());
            system.dimensions().forEach(value -> {
                values.put(system.id() + "/" + value.id(), value.name());
                value.tasks().forEach(task -> {
                    values.put(system.id() + "/" + task.id(), task.name());
                    task.categories()
                            .forEach(category -> values.put(system.id() + "/" + category.id(), category.name()));
                });
            });
        });
        theory.series().forEach(one -> series.put(one.id(), one.name()));
    }

    @Override
    public String text(String key, SortedMap<String, Object> with) {
        PageTexts.Filled text = words.text(key);
        with.forEach(text::with);
        return text.get();
    }

    @Override
    public String system(String id, String name) {
        return systems.getOrDefault(id, name);
    }

    @Override
    public String value(String system, String id, String name) {
        return values.getOrDefault(system + "/" + id, name);
    }

    @Override
    public String series(String id, String name) {
        return series.getOrDefault(id, name);
    }

    @Override
    public String country(String code, String name) {
        return CountryNames.of(code, name, words);
    }

    @Override
    public String month(String period) {
        return words.month(period);
    }
}
