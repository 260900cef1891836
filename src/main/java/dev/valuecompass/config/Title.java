package dev.valuecompass.config;

/**
 * What the site calls itself.
 *
 * @param url where the site is published, for feeds and citations; may be empty
 * @param basedOn the leaderboard and period this one was forked from; may be empty
 */
public record Title(
        String name, String tagline, String publisher, String contact, String url, String licence, String basedOn) {}
