package dev.valuecompass.site.culture;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.culture.CountryHub.Entry;
import dev.valuecompass.site.culture.CountryHub.SurveyVerdict;
import dev.valuecompass.site.culture.CountryPageBuilder.Closeness;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.CountryNames;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.NameOrder;
import dev.valuecompass.value.Culture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds one page a country over all surveys: surveys differ, so no single one of them says which model is nearest. */
final class CountryHubBuilder {
    private final Edition edition;
    private final PageTexts words;
    private final SortedMap<String, List<InSurvey>> byCode = new TreeMap<>();

    /** A country in one survey. */
    private record InSurvey(CultureTable table, Culture culture, CountryPageBuilder pages) {}

    CountryHubBuilder(Edition edition) {
        this.edition = edition;
        this.words = edition.words();
    }

    void add(CultureTable table, CountryPageBuilder pages) {
        table.cultures()
                .forEach(culture -> byCode.computeIfAbsent(culture.code(), code -> new ArrayList<>())
                        .add(new InSurvey(table, culture, pages)));
    }

    Set<String> codes() {
        return byCode.keySet();
    }

    /** By name. */
    List<Entry> entries(Address from) {
        return byCode.keySet().stream()
                .map(code -> new Entry(
                        new Link(from.to(edition.places().country(code)), name(code)),
                        words.count("surveys", byCode.get(code).size()),
                        verdict(code)))
                .sorted(Comparator.comparing(entry -> entry.page().label(), NameOrder.OF_NAMES))
                .toList();
    }

    CountryHub page(String code, Address from) {
        List<SurveyVerdict> surveys =
                byCode.get(code).stream().map(one -> survey(one, from)).toList();
        return new CountryHub(
                edition.month(),
                name(code),
                verdict(code),
                new Link(from.to(edition.places().cultures()), words.get("country.hub.all")),
                surveys);
    }

    private String name(String code) {
        return CountryNames.of(byCode.get(code).get(0).culture(), words);
    }

    /** The models that surveys single out; where none does, those that they put nearest. */
    private String verdict(String code) {
        Set<String> apart = new LinkedHashSet<>();
        Set<String> nearest = new LinkedHashSet<>();
        int singled = 0;
        int told = 0;
        for (InSurvey one : byCode.get(code)) {
            Closeness closeness = one.pages().closeness(one.culture());
            if (closeness.nearest() == null || !closeness.says()) {
                continue;
            }
            told++;
            nearest.add(closeness.nearest());
            if (closeness.apart()) {
                singled++;
                apart.add(closeness.nearest());
            }
        }
        int n = byCode.get(code).size();
        if (told == 0) {
            return words.get("country.hub.none", "n", n);
        }
        return singled == 0
                ? words.get("country.hub.near", "some", told, "n", n, "models", words.list(List.copyOf(nearest)))
                : words.get("country.hub.apart", "some", singled, "n", n, "models", words.list(List.copyOf(apart)));
    }

    private SurveyVerdict survey(InSurvey one, Address from) {
        Culture culture = one.culture();
        int asked = Integer.parseInt(edition.period().substring(0, 4));
        return new SurveyVerdict(
                new Link(
                        from.to(edition.places().culture(one.table().series().id(), culture.code())),
                        one.table().series().name()),
                words.text("country.hub.about")
                        .with("system", one.table().system().name())
                        .with("year", Integer.toString(culture.year()))
                        .with("age", Math.max(0, asked - culture.year()))
                        .with(
                                "people",
                                culture.n() == null ? words.get("country.hub.unknown") : Figures.whole(culture.n()))
                        .get(),
                one.pages().closeness(culture).statement(),
                new SurveyTexts(one.table().series(), words).notes());
    }
}
