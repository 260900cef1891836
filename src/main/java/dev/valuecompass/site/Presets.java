package dev.valuecompass.site;

import dev.valuecompass.io.Json;
import dev.valuecompass.value.Culture;
import dev.valuecompass.value.CultureSeries;
import dev.valuecompass.value.RankProfile;
import dev.valuecompass.value.ValueSystem;
import dev.valuecompass.value.WeightProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The weights and profiles that a visitor can choose from, as compact JSON for the scripts. */
final class Presets {
    private final Beliefs beliefs;

    Presets(Beliefs beliefs) {
        this.beliefs = beliefs;
    }

    /**
     * A list of named weights.
     *
     * @param kind {@code weights} by a named author, {@code group} of the theory, {@code culture} (a profile on the
     *     scale of its series, not weights), {@code ranks} (places from 1, the most important)
     * @param series name of the culture series; empty for other kinds
     * @param by who proposes it or where it comes from
     * @param why what speaks for it; may be empty
     * @param values one for each dimension, in the system's order
     */
    record Preset(String id, String kind, String name, String series, String by, String why, List<Double> values) {}

    String json(ValueSystem system) {
        return "";
    }
}
