package dev.valuecompass.site.frame;

/** One line of a list of facts. @param href null for plain text */
public record Fact(String label, String text, String href) {}
