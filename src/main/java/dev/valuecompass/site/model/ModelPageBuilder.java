package dev.valuecompass.site.model;

import dev.valuecompass.io.Json;
import dev.valuecompass.language.PageTexts;
import dev.valuecompass.site.board.BadgeWriter;
import dev.valuecompass.site.board.Board;
import dev.valuecompass.site.board.BoardBuilder;
import dev.valuecompass.site.culture.CulturePages;
import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.Address;
import dev.valuecompass.site.text.Fact;
import dev.valuecompass.site.text.FactList;
import dev.valuecompass.site.text.Figures;
import dev.valuecompass.site.text.HostileText;
import dev.valuecompass.snapshot.ModelEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Builds the page of each model. */
public final class ModelPageBuilder {
    private static final int LONGEST_SETTING = 400;

    private final Edition edition;
    private final CulturePages cultures;
    private final BadgeWriter badges;
    private final Neighbours neighbours;
    private final ProvenanceFacts origins;
    private final String caseValues;

    /** @param published whether the site has a file at a path */
    public ModelPageBuilder(Edition edition, CulturePages cultures, BadgeWriter badges, Predicate<String> published) {
        this.origins = new ProvenanceFacts(edition, published);
        this.caseValues = Json.line(names(edition));
        this.edition = edition;
        this.cultures = cultures;
        this.badges = badges;
        this.neighbours = new Neighbours(edition);
    }

    public ModelPage of(ModelEntry model, Address from) {
        ProfileBuilder profiles = new ProfileBuilder(edition, neighbours, from);
        String notes = new NoteTexts(edition).of(model.notes());
        return ModelPageFields.builder()
                .period(edition.month())
                .name(HostileText.line(model.name()))
                .facts(facts(model))
                .notes(notes.isEmpty() ? null : notes)
                .portrait(profiles.portrait(model))
                .history(ModelHistory.of(edition, model, from))
                .profiles(profiles.profiles(model))
                .cultures(cultures.of(model, from))
                .cases(new CaseListBuilder(edition, from).of(model.id()))
                .caseValues(caseValues)
                .origin(origins.of(model, from))
                .badges(badges.of(edition, model, from))
                .build();
    }

    private static Map<String, String> names(Edition edition) {
        Map<String, String> names = new TreeMap<>();
        edition.valueSystems()
                .forEach(system ->
                        system.dimensions().forEach(dimension -> names.put(dimension.id(), dimension.name())));
        return names;
    }

    private List<Fact> facts(ModelEntry model) {
        PageTexts words = edition.words();
        FactList facts = new FactList(words);
        facts.add("facts.developer", model.developer());
        facts.add("facts.country", words.country(model.country()));
        facts.add("facts.family", model.family());
        Board.Facts shown = BoardBuilder.facts(model, words);
        facts.add("facts.weights", model.open() == null ? "" : words.get(shown.openText()));
        facts.add("facts.kind", model.reasoning() == null ? "" : words.get(shown.reasoningText()));
        facts.add(
                "facts.released",
                model.released() == null ? "" : model.released().toString());
        facts.add(
                "facts.size",
                model.sizeBillions() == null
                        ? ""
                        : words.get("facts.billions", "size", Figures.full(model.sizeBillions())));
        facts.add("facts.licence", model.licence());
        if (model.price() != null) {
            facts.add(
                    "facts.price",
                    words.text("facts.dollars")
                            .with("input", Figures.two(model.price().input()))
                            .with("output", Figures.two(model.price().output()))
                            .with("since", model.price().since())
                            .get());
        }
        if (model.settings() != null) {
            facts.add("facts.parameters", asked(model.settings().parameters()));
            facts.add("facts.system-prompt", asked(model.settings().systemPrompt()));
        }
        link(facts, words.get("facts.website"), model.website());
        link(facts, words.get("facts.report"), model.report());
        return facts.list();
    }

    /** The whole is in the files of the period. */
    private static String asked(String text) {
        String whole = text.equals("{}") ? "" : text;
        return whole.length() <= LONGEST_SETTING
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_SETTING / 2)) + "…";
    }

    private static void link(FactList facts, String label, String address) {
        if (!address.isBlank()) {
            facts.add(new Fact(label, HostileText.line(address), Address.external(address)));
        }
    }
}
