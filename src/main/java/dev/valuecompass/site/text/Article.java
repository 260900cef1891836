package dev.valuecompass.site.text;

import java.util.List;

/**
 * A page of prose.
 *
 * @param html made from our own Markdown, never from a stranger's text
 * @param language of the prose where it is another than that of the page; null otherwise
 */
public record Article(String heading, String html, List<Link> contents, String language) {}
