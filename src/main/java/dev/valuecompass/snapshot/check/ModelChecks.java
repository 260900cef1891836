package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Json;
import dev.valuecompass.io.SafeName;
import dev.valuecompass.io.text.NearNames;
import dev.valuecompass.snapshot.ModelEntry;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.Snapshot;
import dev.valuecompass.value.CountryCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The facts about models: ids that can name files, names that nobody confuses, values that can be true. */
final class ModelChecks {
    private static final List<String> SOURCES = List.of("provider", "recorded", ModelEntry.SIMULATED);

    private final Snapshot snapshot;
    private final PlacedDefects defects;

    ModelChecks(Snapshot snapshot, PlacedDefects defects) {
        this.snapshot = snapshot;
        this.defects = defects;
    }

    void run() {
        Set<String> ids = new HashSet<>();
        List<ModelEntry> models = snapshot.models();
        for (int i = 0; i < models.size(); i++) {
            String at = "/models/" + i;
            ModelEntry model = models.get(i);
            id(at, model.id(), ids);
            text(at + "/name", "name", model, model.name());
            text(at + "/developer", "developer", model, model.developer());
            text(at + "/family", "family", model, model.family());
            text(at + "/licence", "licence", model, model.licence());
            facts(at, model);
        }
        for (NearNames.Clash clash :
                NearNames.clashes(models.stream().map(ModelEntry::name).toList())) {
            add(
                    "/models/" + clash.second() + "/name",
                    "model name '" + clash.secondName() + "' "
                            + (clash.exact()
                                    ? "stands twice"
                                    : "differs from '" + clash.firstName()
                                            + "' only in case, spaces, punctuation or letters that look alike"),
                    "give each model one entry and a name of its own");
        }
        cultureFigures(ids);
    }

    private void id(String at, String id, Set<String> ids) {
        SafeName.objection(id).ifPresent(why -> add(at + "/id", "model id '" + id + "' " + why, SafeName.RULE));
        if (!ids.add(id)) {
            add(at + "/id", "model id '" + id + "' stands twice", "give each model its own id");
        }
    }

    private void text(String pointer, String field, ModelEntry model, String value) {
        if (!value.equals(value.strip())) {
            add(
                    pointer,
                    field + " '" + value + "' of model " + model.id() + " begins or ends with a space",
                    "write '" + value.strip() + "'");
        }
        if (field.equals("name") && value.isBlank()) {
            add(pointer, "model " + model.id() + " has no name", "give it one");
        }
    }

    private void facts(String at, ModelEntry model) {
        if (model.source() != null && !SOURCES.contains(model.source())) {
            add(
                    at + "/source",
                    "source '" + model.source() + "' of model " + model.id() + " is not known",
                    "write one of " + String.join(", ", SOURCES) + ", or null");
        }
        if (model.settings() != null && !isObject(model.settings().parameters())) {
            add(
                    at + "/settings/parameters",
                    "parameters of model " + model.id() + " are not a JSON object",
                    "write one on one line, {} where there are none");
        }
        if (!model.country().isEmpty()) {
            CountryCode.objection(model.country())
                    .ifPresent(
                            wrong -> add(at + "/country", "of model " + model.id() + ", " + wrong.what(), wrong.fix()));
        }
        if (model.sizeBillions() != null && !(Double.isFinite(model.sizeBillions()) && model.sizeBillions() > 0)) {
            add(
                    at + "/sizeBillions",
                    "size " + model.sizeBillions() + " of model " + model.id() + " is not a positive number",
                    "give billions of parameters, or null");
        }
        if (model.price() != null
                && !(isAmount(model.price().input()) && isAmount(model.price().output()))) {
            add(
                    at + "/price",
                    "price of model " + model.id() + " is not an amount of 0 or more",
                    "give US dollars a million tokens");
        }
    }

    private void cultureFigures(Set<String> ids) {
        List<Snapshot.CultureFigure> figures = snapshot.cultureFigures();
        for (int i = 0; i < figures.size(); i++) {
            Snapshot.CultureFigure figure = figures.get(i);
            String at = "/cultureFigures/" + i;
            if (!ids.contains(figure.model())) {
                add(
                        at + "/model",
                        "culture figure of unknown model '" + figure.model() + "'",
                        "rank the model or drop the figure");
            }
            CountryCode.objection(figure.country()).ifPresent(wrong -> add(at + "/country", wrong.what(), wrong.fix()));
            if (!Double.isFinite(figure.value())) {
                add(at + "/value", "culture figure of " + figure.model() + " is " + figure.value(), "drop it");
            }
        }
    }

    private static boolean isObject(String json) {
        try {
            return Json.tree(json, "parameters").isObject();
        } catch (DataException e) {
            return false;
        }
    }

    private static boolean isAmount(double dollars) {
        return Double.isFinite(dollars) && dollars >= 0;
    }

    private void add(String pointer, String what, String fix) {
        defects.add(PeriodFiles.SNAPSHOT, pointer, what, fix);
    }
}
