package dev.valuecompass.items;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The years that a text mentions, from 1500 to 2100. A number of four digits is a year where something says so: a date, a
 * decade ({@code the 1990s} is 1990), brackets, or a word such as {@code since} or {@code July} before it; {@code 2000
 * euros} and {@code 1800 workers} are not.
 */
final class Years {
    private static final String YEAR = "(1[5-9]\\d\\d|20\\d\\d|2100)";
    private static final String MONTH = "January|February|March|April|May|June|July|August|September|October|November"
            + "|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
    private static final String CUE =
            "in|since|by|until|till|before|after|of|from|during|the year|year|circa|around|early"
                    + "|late|mid|late as|spring|summer|autumn|fall|winter|and|to|through|between|the|a|" + MONTH;

    /** Where a word begins and ends. The border that patterns have looks at all the marks on a letter, each time. */
    private static final String BEGIN = "(?<![\\p{L}\\p{N}_])";

    private static final String END = "(?![\\p{L}\\p{N}_])";
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d.,])" + YEAR + "[-/.](0?[1-9]|1[0-2])[-/.][0-3]?\\d(?!\\d)"
                    + "|(?<!\\d)[0-3]?\\d[-/.](?:0?[1-9]|1[0-2])[-/.]" + YEAR + "(?!\\d)");
    private static final Pattern DECADE = Pattern.compile("(?<![\\d.,$€£])" + YEAR + "['’]?s" + END);
    private static final Pattern CUED = Pattern.compile(
            "(?i)" + BEGIN + "(?:" + CUE + ")[\\s-]+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?"
                    + YEAR
                    + "(?![\\d%]|[.,]\\d)(?!\\s*+(?:[-–]\\s*+)?(?:euros?|dollars?|pounds?|yen|people|workers|men|women"
                    + "|children|students|families|jobs|homes|miles|metres|meters|kilometres|kilometers|km|kg|tons|tonnes|calories"
                    + "|hours|days|years|words|items|dead|deaths|victims|soldiers|refugees|members|employees|times|others)\\b)");
    private static final Pattern BRACKETED = Pattern.compile(
            "\\(" + YEAR + "\\)|" + BEGIN + YEAR
                    + "\\s*[–-]\\s*" + YEAR + END + "|" + BEGIN + YEAR
                    + "(?=\\s+(?:election|elections|Olympics|census|war|World Cup|constitution|revolution|referendum|report)\\b)");

    private Years() {}

    /** Ascending, each once. */
    static List<Integer> mentioned(String text) {
        TreeSet<Integer> years = new TreeSet<>();
        for (Pattern pattern : List.of(DATE, DECADE, CUED, BRACKETED)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    String digits = matcher.group(group);
                    if (digits != null && digits.length() == 4) {
                        years.add(Integer.valueOf(digits));
                    }
                }
            }
        }
        return List.copyOf(years);
    }
}
