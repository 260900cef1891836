package dev.valuecompass.config;

import dev.valuecompass.io.Range;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.value.Elicitation;
import dev.valuecompass.value.Measures;
import dev.valuecompass.value.ValueSystem;
import java.util.List;

/** Reads the section {@code evolve} of a system. */
final class EvolveSection {
    private static final Range ANCHORS = Range.of(0, 0.9);
    /** Rewards are sums of counts, entropies are shares. */
    private static final double LEAST_REWARD = 0.5;

    private static final double LEAST_ENTROPY = 0.05;

    private EvolveSection() {}

    /**
     * What it says.
     *
     * @param evolve null when the system has no such section
     */
    record EvolveSettings(Evolution evolve, SystemPlan.Review review) {}

    static EvolveSettings read(YamlMap system, ValueSystem theory, Roles roles) {
        if (!system.has("evolve")) {
            return new EvolveSettings(null, SystemPlan.Review.NONE);
        }
        check(system, theory, roles);
        YamlMap map = system.section("evolve");
        boolean stories = theory != null && theory.elicitation() != Elicitation.OPINION;
        Evolution evolution = EvolutionFields.builder()
                .budget(map.whole("budget", Range.of(1L, 1_000_000L), 1500))
                .topics(map.whole("topics", Range.of(0L, 1_000_000L), 0))
                .explore(map.whole("explore", Range.of(1L, 100L), 3))
                .shots(map.whole("shots", Range.of(1L, 100L), 5))
                .similarity(map.number("similarity", Range.of(0L, 1L), 0.85))
                .nearest(map.whole("nearest", Range.of(1L, 100L), 3))
                .gain(map.number("gain", Range.of(0L, 100L), stories ? LEAST_ENTROPY : LEAST_REWARD))
                .depth(map.whole("depth", Range.of(0L, 100L), 3))
                .beta(map.number("beta", Range.of(0L, 100L), 1))
                .opinions(map.whole("opinions", Range.of(1L, 10L), 3))
                .temperature(map.number("temperature", Range.of(0L, 2L), 1))
                .topP(map.number("top-p", Range.of(0.01, 1), 0.95))
                .mostPerTopic(map.whole("most-per-topic", Range.of(1L, 1_000_000L), 10))
                .build();
        SystemPlan.Review review =
                map.oneOf("review", List.of("none", "required")).equals("required")
                        ? SystemPlan.Review.REQUIRED
                        : SystemPlan.Review.NONE;
        map.done();
        return new EvolveSettings(evolution, review);
    }

    /** The share of anchors of a system, which stands beside {@code evolve}. */
    static double anchors(YamlMap system, Evolution evolve) {
        for (String key : List.of("anchors", "floor")) {
            if (evolve == null && system.has(key)) {
                system.report(
                        key, "a pool that is asked as it is has no " + key, "remove '" + key + "', or add 'evolve'");
            }
        }
        return system.number("anchors", ANCHORS, evolve == null ? 0 : 0.2);
    }

    /** Items of each dimension at least; half of an equal share of the items when nothing is said. */
    static int floor(YamlMap system, int items, ValueSystem theory) {
        int parts = theory == null || theory.measures() == Measures.ALL
                ? 1
                : theory.dimensions().size();
        int most = items == 0 ? Integer.MAX_VALUE : items / parts;
        return system.whole("floor", Range.of(0L, most), items / (2 * parts));
    }

    private static void check(YamlMap system, ValueSystem theory, Roles roles) {
        if (theory != null && !theory.evolving()) {
            system.report("evolve", "the items of '" + theory.id() + "' do not evolve", "remove 'evolve'");
        }
        if (roles.explorers().isEmpty()) {
            system.report("evolve", "no model explores", "name one or more in 'explorers' of 'roles'");
        }
        if (roles.scorers().size() < 2) {
            system.report("evolve", "fewer than two models score", "name two or more in 'scorers' of 'roles'");
        }
    }
}
