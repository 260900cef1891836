package dev.valuecompass.value;

import java.util.List;

/**
 * A higher-order value: several dimensions of one system that pull in the same direction. A dimension may belong to
 * two groups (hedonism does, in Schwartz's theory).
 */
public record Group(String id, String name, String definition, List<String> dimensions) {}
