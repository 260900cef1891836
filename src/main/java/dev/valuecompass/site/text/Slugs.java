package dev.valuecompass.site.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of folders and anchors made from ids. Snapshots check ids when they are written; a slug is safe even when one
 * did not: no traversal, no name that Windows reserves, no two that differ in case alone.
 */
public final class Slugs {
    private static final int LONGEST = 80;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "index", "conin", "conout");

    private Slugs() {}

    /**
     * Gives every id its own slug; an id that is a safe name already keeps it, whatever stands beside it.
     *
     * @param taken names that no slug may have
     */
    public static Map<String, String> of(Collection<String> ids, Set<String> taken) {
        Map<String, String> slugs = new LinkedHashMap<>();
        Set<String> used = new HashSet<>(taken);
        for (String id : new TreeSet<>(ids)) {
            if (id.equals(of(id)) && used.add(id)) {
                slugs.put(id, id);
            }
        }
        for (String id : new TreeSet<>(ids)) {
            if (!slugs.containsKey(id)) {
                slugs.put(id, unused(of(id), used));
            }
        }
        return slugs;
    }

    /** Lower-case ASCII letters, digits, hyphens and inner dots; never empty. */
    public static String of(String id) {
        return isPlain(id) ? id : made(id);
    }

    /** Most ids are slugs as they stand. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean inner = c == '-' && i > 0 && i < id.length() - 1 && id.charAt(i - 1) != '-';
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || inner)) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST && !isReserved(id);
    }

    private static boolean isReserved(String stem) {
        return RESERVED.contains(stem) || stem.length() == 4 && stem.matches("(com|lpt)[0-9]");
    }

    private static String made(String id) {
        String slug = id.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[-.]+|(?<![-.])[-.]+$", "");
        if (slug.length() > LONGEST) {
            slug = slug.substring(0, LONGEST).replaceAll("[-.]+$", "");
        }
        String stem = slug.replaceAll("\\..*", "");
        if (slug.isEmpty() || isReserved(stem)) {
            return "x-" + slug;
        }
        return slug;
    }

    private static String unused(String slug, Set<String> used) {
        String candidate = slug;
        for (int n = 2; !used.add(candidate); n++) {
            candidate = slug + "-" + n;
        }
        return candidate;
    }
}
