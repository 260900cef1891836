package dev.valuecompass.site.model;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.edition.Measure;
import dev.valuecompass.site.edition.PageAddresses;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.text.Link;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the page that says who is missing: a model that leaves without a word costs the trust of those who stay. */
public final class AbsencePageBuilder {
    private final Edition edition;
    private final PageAddresses before;

    /** @param before the period before of the same leaderboard; null for none */
    public AbsencePageBuilder(Edition edition, PageAddresses before) {
        this.edition = edition;
        this.before = before;
    }

    public AbsencePage page(Address from) {
        List<AbsencePage.AbsentModel> named = edition.snapshot().notEvaluated().stream()
                .map(one -> new AbsencePage.AbsentModel(
                        HostileText.line(one.name()), HostileText.line(one.reason()), HostileText.line(one.since())))
                .toList();
        List<Link> gone = gone(from);
        List<AbsencePage.PartlyScored> partial = edition.snapshot().models().stream()
                .map(model -> new AbsencePage.PartlyScored(edition.places().model(model.id(), from), missing(model)))
                .filter(one -> !one.what().isEmpty())
                .toList();
        return new AbsencePage(
                edition.month(),
                lead(named.size() + gone.size(), partial.size()),
                named,
                gone,
                before == null ? null : edition.words().month(before.period()),
                partial);
    }

    private String lead(int absent, int partial) {
        if (absent == 0 && partial == 0) {
            return edition.words().get("absence.nobody");
        }
        return edition.words()
                .text("absence.lead")
                .with("absent", edition.words().get("absence.absent", "n", absent))
                .with("partial", edition.words().get("absence.partial", "n", partial))
                .get();
    }

    /** Models of the period before that are neither evaluated nor explained. */
    private List<Link> gone(Address from) {
        if (before == null) {
            return List.of();
        }
        Set<String> explained = edition.snapshot().notEvaluated().stream()
                .map(Snapshot.NotEvaluated::name)
                .collect(Collectors.toSet());
        return before.models().stream()
                .filter(id -> !edition.places().models().contains(id) && !explained.contains(before.name(id)))
                .map(id -> before.model(id, from))
                .toList();
    }

    private List<String> missing(ModelEntry model) {
        List<String> what = new ArrayList<>();
        for (ValueSystem system : edition.valueSystems()) {
            List<String> values = system.dimensions().stream()
                    .filter(one -> edition.figure(Measure.CONFORMITY, system.id(), model.id(), one.id()) == null)
                    .map(Dimension::name)
                    .map(HostileText::line)
                    .toList();
            if (values.size() == system.dimensions().size()) {
                what.add(edition.words().get("absence.no-score", "system", HostileText.line(system.name())));
            } else if (!values.isEmpty()) {
                what.add(edition.words()
                        .text("absence.no-mean")
                        .with("system", HostileText.line(system.name()))
                        .with("values", edition.words().list(values))
                        .get());
            }
        }
        return what;
    }
}
