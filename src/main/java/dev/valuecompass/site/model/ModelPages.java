package dev.valuecompass.site.model;

import dev.valuecompass.site.badge.Badges;
import dev.valuecompass.site.culture.CulturePages;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.site.view.ModelPage;
import dev.valuecompass.site.view.ModelPage.Fact;
import dev.valuecompass.snapshot.ModelEntry;
import java.util.ArrayList;
import java.util.List;

/** Builds the page of each model. */
public final class ModelPages {
    private final Edition edition;
    private final CulturePages cultures;
    private final Badges badges;
    private final Neighbours neighbours;

    public ModelPages(Edition edition, CulturePages cultures, Badges badges) {
        this.edition = edition;
        this.cultures = cultures;
        this.badges = badges;
        this.neighbours = new Neighbours(edition);
    }

    public ModelPage of(ModelEntry model, Address from) {
        Profiles profiles = new Profiles(edition, neighbours, from);
        String notes = HostileText.line(model.notes());
        return new ModelPage(
                edition.month(),
                HostileText.line(model.name()),
                facts(model),
                notes.isEmpty() ? null : notes,
                profiles.portrait(model),
                Moments.of(edition, model, from),
                profiles.profiles(model),
                cultures.of(model, from),
                new Cases(edition, from).of(model.id()),
                badges.of(edition, model));
    }

    private static List<Fact> facts(ModelEntry model) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Developer", model.developer());
        add(facts, "Country", Figures.country(model.country()));
        add(facts, "Family", model.family());
        add(facts, "Weights", model.open() == null ? "" : model.open() ? "open" : "proprietary");
        add(facts, "Kind", model.reasoning() == null ? "" : model.reasoning() ? "reasoning" : "chat");
        add(facts, "Released", model.released() == null ? "" : model.released().toString());
        add(
                facts,
                "Size",
                model.sizeBillions() == null ? "" : Figures.full(model.sizeBillions()) + " billion parameters");
        add(facts, "Licence", model.licence());
        if (model.price() != null) {
            add(
                    facts,
                    "Price",
                    "$" + Figures.two(model.price().input()) + " in, $"
                            + Figures.two(model.price().output()) + " out a million tokens, since "
                            + model.price().since());
        }
        link(facts, "Website", model.website());
        link(facts, "Report", model.report());
        return facts;
    }

    private static void add(List<Fact> facts, String label, String text) {
        String shown = HostileText.line(text);
        if (!shown.isEmpty()) {
            facts.add(new Fact(label, shown, null));
        }
    }

    private static void link(List<Fact> facts, String label, String address) {
        if (!address.isBlank()) {
            facts.add(new Fact(label, HostileText.line(address), Address.external(address)));
        }
    }
}
