package dev.valuecompass.site.text;

/** One line of a list of facts. @param href null for plain text */
public record Fact(String label, String text, String href) {}
