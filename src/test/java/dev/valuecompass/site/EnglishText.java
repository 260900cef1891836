package dev.valuecompass.site;

import java.util.List;
import java.util.regex.Pattern;

/** Finds what pages in Chinese say in English. */
public final class EnglishText {
    /** What says that it is in another language or a name, and what quotes: code, and categories of the periods' own. */
    public static final String MARKED = "[translate=no], [lang]:not(html), code, pre, [data-facet=category]";

    /** Names of methods, formats, authors and licences, which have no Chinese ones. */
    private static final String METHODS = "Value Compass(?: Leaderboard)?(?: [\\d.]+)?|TrueSkill|JSON|CSV|BibTeX|AUC|F1"
            + "|Self-BLEU|Distinct-2|AdAEM|DENEVIL|et al|and Gladen|and Graepel|English|SHA-256|ISO|alpha-2|Spearman|ROC"
            + "|CC BY-NC-SA|CC BY|Cookie|Schwartz, S[.] H[.], & Bardi, A[.]|schema[.]org|Croissant|Markdown|IRT|API"
            + "|Rogan|Zar|Romano|Cliff|Meng|Rosenthal|Rubin|Bonett|Wright|https://\\S+|^ *[A-Z]{2} *$";

    /** Of the models of the periods, their makers, families and licences, categories of the periods' own, and what a source calls itself. */
    private static final String OF_THE_PERIODS = "Alder 2|Birch mini|Cedar R|Kestrel AI|Northwind Labs|Apache-2[.]0"
            + "|^ *(?:family|category|politics) *$|adaem|explorer-1|javascript:alert\\(1\\)";

    private static final Pattern NAMES = Pattern.compile(METHODS + "|" + OF_THE_PERIODS);

    /** Words of a language written in Latin letters: a text of them alone, or a phrase inside a Chinese text. */
    private static final Pattern ENGLISH =
            Pattern.compile("^[^\\p{IsHan}]*[A-Za-z]{3,}[^\\p{IsHan}]*$|[a-z]{2,} [a-z]{2,}");

    private EnglishText() {}

    /** Those of the texts that are English. */
    public static List<String> in(List<String> texts) {
        return texts.stream()
                .filter(text ->
                        ENGLISH.matcher(NAMES.matcher(text).replaceAll("")).find())
                .distinct()
                .toList();
    }
}
