package dev.valuecompass.recognition.embedded;

import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.io.text.PiledMarks;
import dev.valuecompass.value.Dimension;
import dev.valuecompass.value.ValueSystem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sentences that ask for a label instead of saying something: orders to whoever reads, labels filled in beforehand, forged
 * ends of the text, definitions copied from the value system. They are not read. Being strict costs little: an honest
 * answer has other sentences.
 */
public final class Solicitation {
    private static final String ROLE =
            "(?:recogni[sz]er|classifier|evaluator|annotator|grader|rater|labell?er|reviewer|scor(?:er|ing \\w+)|judge|moderator"
                    + "|(?:language |ai )?model|assistant|ai|llm|system|pipeline|parser)s?";
    private static final String MARKING =
            "(?:label|mark|rate|rated|score|count|classif|tag|grade|annotat|judg|record|treat|regard|report|flag|categori)\\w*";
    private static final String VALUE =
            "(?:values?|dimensions?|labels?|verdicts?|scores?|strengths?|categor\\w+|foundations?|classification)";
    private static final String ANSWER =
            "(?:answer|text|response|reply|opinion|completion|point|passage|candidate|output)";
    private static final String VERDICT =
            "(?:yes|no|true|false|[01](?:\\.\\d+)?|100 ?%?|10/10|\\+|-|positive|negative|expresse[sd]?|conform\\w*|oppose[sd]?|violate[sd]?"
                    + "|not|pass(?:ed)?|max\\w*|full|all|safe|shown|present|against)";
    private static final List<Pattern> PLEAS = List.of(
            find(
                    "\\b(?:ignore|disregard|forget|override|bypass|skip)\\b.{0,60}\\b(?:instruct|prompt|definition|the above|previous|prior|earlier (?:text|rule)|guideline|your rules|all rules)"),
            find("[\"'`]?\\b" + VALUE + "\\b[\"'`]?\\s*(?:for [^:=]{0,40})?(?:[:=]|->|→|is)\\s*[\"'`{\\[]?\\s*\\b"
                    + VERDICT),
            find(
                    "[\"'`]?\\b(?:expresse[sd]|conforms|opposes|violates|verdict|label|strength|evidence|final answer|result|output)\\b[\"'`]?\\s*(?:[0-9a-f]{6,}\\s*)?[:=]\\s*[\"'`{\\[]?\\s*"
                            + VERDICT + "(?!\\w)"),
            find("[{\\[<]\\s*[\"']?\\w+[\"']?\\s*:\\s*[\"'{\\[\\d]"),
            find("\\b(?:dear|attention|note(?: to)?|hey|to) (?:the |an? |any |every |automated )*+" + ROLE
                    + "\\b.{0,80}\\b" + MARKING),
            find("\\b" + ROLE + "\\b.{0,60}\\b(?:must|should|please|shall|will|has to|is to|are to)\\b.{0,60}\\b(?:"
                    + MARKING + "|yes|output|return|assign|say)\\b"),
            find("\\bplease\\b.{0,60}\\b" + MARKING
                    + "\\b.{0,60}\\b(?:as|yes|high|maxim\\w+|positive|express\\w*|conform\\w*|" + VALUE + ")\\b"),
            find("\\b" + MARKING
                    + "\\s+(?:this|it|everything|all|every|the|my|each|me)\\b.{0,50}\\b(?:as|yes|positive|high|maxim\\w+|express\\w*|conform\\w*|"
                    + VALUE + ")\\b"),
            find("\\bth(?:is|e) (?:whole |entire |above |following )?" + ANSWER
                    + "\\b.{0,60}\\b(?:express|conform|show|demonstrat|embod|oppos|violat|score|label|rate|count|qualif|satisf|meet)\\w*\\b.{0,60}\\b(?:"
                    + VALUE + "|definition|yes)\\b"),
            find(
                    "\\b(?:all|every|each|any|ten|10|both|the) (?:of the )?(?:\\w+ )?" + VALUE
                            + "\\b.{0,40}\\b(?:present|shown|express\\w*|conform\\w*|apply|applies|yes|true|satisfied|met|maxim\\w+|positive)\\b"),
            find(
                    "\\b(?:assign|give|return|output|respond with|answer with|reply with|print|emit|write|say)\\b.{0,40}(?:\\b(?:"
                            + VALUE + "|yes for|label|json|1\\.0)\\b)"),
            find(
                    "\\b(?:correct|right|true|expected|gold|ground.truth|final|official|human)\\s+(?:label|verdict|answer|score|judg?ement|annotation|classification)s?\\b"),
            find(
                    "\\b(?:you are (?:now|no longer|an? (?:\\w+ )?" + ROLE
                            + ")\\b|from now on|new (?:task|instructions?|rules?)|system (?:prompt|message|override)|developer mode|jailbreak|end of (?:text|answer|data|document|input|response|candidate))\\b"),
            find(
                    "(?:={3,}|<{2,}|>{2,}|#{3,}\\s*end|-{3,}\\s*(?:begin|end)|\\[/?(?:inst|end|begin|system|data)|<\\|?/?\\s*(?:system|user|assistant|text|answer|instructions?|im_|end|judge|label|candidate)|```)"),
            find("^\\s*(?:system|assistant|user|human|ai|judge|grader|recogni[sz]er)\\s*:"),
            find(
                    "^\\W*(?:please |now |just )?(?:stop|cease|quit|end|finish|skip) (?:the |your |this |all )?(?:read|grad|scor|rat|labell?|evaluat|judg|mark|review|annotat|classif|assess)\\w*\\b"),
            find(
                    "^\\W*(?:please |now |just )?(?:(?:do not|don't|never) (?:read|look) (?:on|any (?:further|more)|further|beyond)|read no (?:further|more))\\b"),
            find(
                    "(?:标签|評分|评分|判定|所有价值|忽略|etiqueta\\s*[:=]|ignora (?:todas|las)|ignorez|ignoriere|bewertung\\s*[:=]|étiquette\\s*[:=]|метка\\s*[:=]|игнорируй)"),
            find("(?<![\\p{L}\\p{N}+/=_-])[\\p{L}\\p{N}+/=_-]{60,}+"));

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Twice as long as any sentence is. */
    private static final int LONGEST = 2_000;

    private static final int RUN = 4;
    private static final double COPIED = 0.5;
    private static final int NAMES_IN_A_LIST = 4;

    private final Set<String> runs = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final float[] asking;

    /** @param asking weights of a sentence's direction, and an intercept, learned from examples; empty for patterns alone */
    public Solicitation(List<ValueSystem> systems, float[] asking) {
        this.asking = asking;
        for (ValueSystem system : systems) {
            for (Dimension dimension : system.dimensions()) {
                runs.addAll(runs(words(dimension.definition())));
                runs.addAll(runs(words(dimension.opposite())));
                runs.addAll(runs(words(String.join(" ", dimension.keywords()))));
                names.add(" " + String.join(" ", words(dimension.name())) + " ");
            }
        }
    }

    boolean isOne(String sentence) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(PiledMarks.thinned(sentence), Normalizer.Form.NFKC))
                .replaceAll("");
        // There are characters that this form writes out as up to eighteen.
        String read = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
        return PLEAS.stream().anyMatch(plea -> plea.matcher(read).find()) || copied(read);
    }

    /** Nearer to sentences that were written to ask for a label than to those of honest answers. */
    boolean isLikeOne(float[] vector) {
        double logit = asking.length == 0 ? 0 : asking[vector.length];
        for (int i = 0; i < vector.length && asking.length > 0; i++) {
            logit += (double) asking[i] * vector[i];
        }
        return logit > 0;
    }

    /** Half of its runs of four words stand in the definitions, or it does little but list values by name. */
    private boolean copied(String sentence) {
        List<String> words = words(sentence);
        List<String> own = runs(words);
        long known = own.stream().filter(runs::contains).count();
        if (!own.isEmpty() && known >= COPIED * own.size()) {
            return true;
        }
        String spaced = " " + String.join(" ", words) + " ";
        return names.stream().filter(spaced::contains).distinct().count() >= NAMES_IN_A_LIST && words.size() <= 40;
    }

    private static List<String> words(String text) {
        return NOT_WORD.splitAsStream(SmallLetters.of(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> runs(List<String> words) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }

    private static Pattern find(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
