package dev.valuecompass.site;

/**
 * What a rendering did.
 *
 * @param files in the site, without the list of files itself
 * @param changed of them, how many were new or differed
 * @param removed files of an earlier rendering that no page needs any more
 */
public record SiteReport(int files, int changed, int removed) {}
