package dev.valuecompass.site.text;

import java.util.List;

/** A page that says one thing and leads on. */
public record PlainPage(String kicker, String heading, String lead, List<Link> links) {}
