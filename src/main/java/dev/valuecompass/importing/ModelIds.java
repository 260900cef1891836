package dev.valuecompass.importing;

import dev.valuecompass.io.SafeName;
import java.util.Locale;

/** Names of others as ids of ours. */
public final class ModelIds {
    private ModelIds() {}

    /** Lower-case letters, digits, dots and hyphens; empty where a name has none of these. */
    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|(?<![-.])[-.]+$", "");
    }

    /** Whether it can name a file on every system. */
    public static boolean usable(String id) {
        return SafeName.objection(id).isEmpty();
    }
}
