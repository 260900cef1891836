package dev.valuecompass.site;

/** The methodology pages, from Markdown. */
final class Articles {
    static final String INDEX = "methodology/index.html";

    private Articles() {}
}
