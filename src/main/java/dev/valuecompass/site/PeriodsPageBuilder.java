package dev.valuecompass.site;

import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.edition.History;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.site.text.PeriodsPage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every period of the site in one table, for whoever comes from an old page. */
final class PeriodsPageBuilder {
    /** Where it lies, in the folder of its language. */
    public static final String PAGE = "periods/index.html";

    private final List<PageAddresses> periods;
    private final History history;
    private final PageTexts words;

    /** @param periods newest first, as pages of the language see them */
    public PeriodsPageBuilder(List<PageAddresses> periods, History history, PageTexts words) {
        this.periods = periods;
        this.history = history;
        this.words = words;
    }

    PeriodsPage page(Address here) {
        Map<String, History.Period> known =
                history.periods().stream().collect(Collectors.toMap(History.Period::period, Function.identity()));
        return new PeriodsPage(periods.stream()
                .map(places -> row(places, known.get(places.period()), here))
                .toList());
    }

    private String caution(PageAddresses places) {
        String origin = places.synthetic()
                ? words.get("banner.synthetic.heading")
                : places.imported() ? words.get("banner.imported.heading") : "";
        return history.withdrawal(places.period())
                .map(mark -> words.sentences(
                        words.text("banner.withdrawn.text")
                                .with("date", mark.date())
                                .with("reason", HostileText.line(mark.reason()))
                                .get(),
                        origin))
                .orElse(origin);
    }

    private PeriodsPage.Row row(PageAddresses places, History.Period period, Address here) {
        return new PeriodsPage.Row(
                new Link(here.to(places.home()), words.month(places.period())),
                caution(places),
                places.models().size(),
                history.news(places.period(), words),
                History.since(period, words));
    }
}
