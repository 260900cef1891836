package dev.valuecompass.config;

import java.util.List;

/**
 * How the site is made.
 *
 * @param languages tags of those that there are files for, at least one; pages of the first lie at the root
 */
public record SiteSettings(List<String> languages) {
    /** English alone. */
    public static final SiteSettings USUAL = new SiteSettings(List.of("en"));
}
