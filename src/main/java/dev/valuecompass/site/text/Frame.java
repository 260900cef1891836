package dev.valuecompass.site.text;

import java.util.List;

/**
 * What stands around the content of every page.
 *
 * @param data leads from the page to the folder with the frozen files of its period; null when there is no such
 *     folder, or the page belongs to no period
 * @param whole whether the page is about all figures of the period, though it shows none
 */
public record Frame(
        HtmlHead head,
        Masthead masthead,
        List<Banner> banners,
        Colophon colophon,
        String data,
        boolean whole,
        PageLanguage language) {
    /**
     * The language of the page.
     *
     * @param script the scripts with its texts
     * @param more those of pages beside the leaderboards
     * @param pages leads from the page to the first folder of its language
     * @param versions the page in every language, this one included; empty where there is one only
     */
    public record PageLanguage(
            String code, String direction, String script, String more, String pages, List<Version> versions) {
        /** Where a reader without a preference is sent; null where there is one language only. */
        public Version first() {
            return versions.isEmpty() ? null : versions.get(0);
        }
    }

    /**
     * The page in one language.
     *
     * @param name what the language calls itself
     * @param href relative to the page
     * @param address the absolute address, which search engines ask for; null when the site does not know where it will be published
     */
    public record Version(String code, String name, String href, String address, boolean current) {}

    /**
     * @param root {@code ../} for each folder of the page's path
     * @param canonical the absolute address; null when the site does not know where it will be published
     * @param card the absolute address of the picture for previews; null as above
     */
    public record HtmlHead(String root, String title, String description, String canonical, String card) {}

    /**
     * @param period name of the page's period, of the latest one on pages that belong to none
     */
    public record Masthead(String site, String home, List<Link> navigation, String period, Periods periods) {}

    /**
     * The way to other periods. Later ones than the page's own are not written on it, so that it stays as it is when they come: a script adds
     * them, and links lead to the newest one and to the list of all.
     *
     * @param own the page's period, as in the address of its pages
     * @param page the page of that period that the others are sought for, below its folder
     * @param links newest first up to the own period, the nearest page to this one in each
     * @param script every period, for the script; one for each language
     */
    public record Periods(String own, String page, List<Link> links, Link newest, Link all, String script) {}

    /**
     * A strip above the content that no reader may miss.
     *
     * @param kind {@code withdrawn}, {@code synthetic}, {@code imported} or {@code errata}
     * @param more may be null
     */
    public record Banner(String kind, String heading, String text, Link more) {}

    /** @param facts one sentence each */
    public record Colophon(List<String> facts, List<Link> links) {}
}
