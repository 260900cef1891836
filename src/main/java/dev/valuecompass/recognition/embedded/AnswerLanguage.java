package dev.valuecompass.recognition.embedded;

import dev.valuecompass.embedding.Sentence;
import dev.valuecompass.embedding.SentenceSplitter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether an answer is written in a language that a recogniser has learned. Each sentence is looked at on its own, so
 * that a quotation moves nothing. What nobody can tell, such as a name, a number or a single word, counts as learned: no
 * answer is lost for being short. The same text always gets the same answer.
 */
public final class AnswerLanguage {
    private static final String ENGLISH = "en";
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    /** Of a longer answer only the first sentences are read, so that no answer can hold up a run. */
    private static final int MOST_SENTENCES = UnitReader.MOST_SENTENCES;

    /** Words that are English and nothing else. */
    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the",
            "and",
            "that",
            "this",
            "with",
            "are",
            "they",
            "their",
            "them",
            "would",
            "should",
            "from",
            "which",
            "you",
            "your",
            "not",
            "but",
            "because",
            "who",
            "when",
            "these",
            "those",
            "than",
            "there",
            "been",
            "can",
            "could",
            "must",
            "being",
            "its",
            "people",
            "everyone",
            "what",
            "how",
            "about",
            "might",
            "may",
            "such",
            "other",
            "our");

    private static final double ENGLISH_SHARE = 0.15;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*+");

    /** A letter of these scripts says as much as several Latin ones. */
    private static final int LETTERS_OF_A_CHARACTER = 3;

    private static final int LEAST_LETTERS = 10;

    /** Fewer letters of another script are a sign in a formula, or a single short word. */
    private static final int LEAST_OF_OTHERS = 3;

    private static final int LEAST_WORDS = 3;
    private static final int LONGEST_NAME = 5;

    /** A language needs this part of the letters, that is one in so many. */
    private static final int LEAST_SHARE = 3;

    private static final String LATIN = "Latin";
    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(Character.UnicodeScript.HAN, "zh"),
            Map.entry(Character.UnicodeScript.HIRAGANA, "ja"),
            Map.entry(Character.UnicodeScript.KATAKANA, "ja"),
            Map.entry(Character.UnicodeScript.HANGUL, "ko"),
            Map.entry(Character.UnicodeScript.THAI, "th"),
            Map.entry(Character.UnicodeScript.GREEK, "el"),
            Map.entry(Character.UnicodeScript.HEBREW, "he"),
            Map.entry(Character.UnicodeScript.ARMENIAN, "hy"),
            Map.entry(Character.UnicodeScript.GEORGIAN, "ka"),
            Map.entry(Character.UnicodeScript.BENGALI, "bn"),
            Map.entry(Character.UnicodeScript.TAMIL, "ta"),
            Map.entry(Character.UnicodeScript.TELUGU, "te"),
            Map.entry(Character.UnicodeScript.KANNADA, "kn"),
            Map.entry(Character.UnicodeScript.MALAYALAM, "ml"),
            Map.entry(Character.UnicodeScript.GUJARATI, "gu"),
            Map.entry(Character.UnicodeScript.GURMUKHI, "pa"),
            Map.entry(Character.UnicodeScript.SINHALA, "si"),
            Map.entry(Character.UnicodeScript.KHMER, "km"),
            Map.entry(Character.UnicodeScript.LAO, "lo"),
            Map.entry(Character.UnicodeScript.MYANMAR, "my"),
            Map.entry(Character.UnicodeScript.ETHIOPIC, "am"));

    private final Set<String> learned;

    /** @param learned two-letter codes of languages (ISO 639-1) */
    public AnswerLanguage(Set<String> learned) {
        this.learned = Set.copyOf(learned);
    }

    /** Whether texts in a language can be told from others. @param code of two letters (ISO 639-1) */
    public static boolean knows(String code) {
        return SCRIPTS.containsValue(code) || LanguageModels.knows(code);
    }

    /** Letters by language; "" for those of sentences that nobody can tell. */
    private static final class Tally {
        final Map<String, Integer> letters = new HashMap<>();
        int all;

        void add(String language, int count) {
            letters.merge(language, count, Integer::sum);
            all += count;
        }

        int of(String language) {
            return letters.getOrDefault(language, 0);
        }
    }

    /** English name of the language in which most of the answer is written, when that is none that was learned. */
    public Optional<String> unlearned(String text) {
        List<String> sentences = SPLITTER.split(text).stream()
                .limit(MOST_SENTENCES)
                .map(Sentence::text)
                .map(AnswerLanguage::words)
                .toList();
        if (isMostlyEnglish(sentences)) {
            return Optional.empty();
        }
        Tally tally = new Tally();
        for (String sentence : sentences) {
            Script script = Script.of(sentence);
            tally.add(language(sentence, script), script.letters);
        }
        String most = tally.letters.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty() && !learned.contains(one.getKey()))
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        int known = learned.stream().mapToInt(tally::of).sum();
        int others = tally.all - known - tally.of("");
        return others > known && others * LEAST_SHARE >= tally.all
                ? Optional.of(Locale.forLanguageTag(most).getDisplayLanguage(Locale.ENGLISH))
                : Optional.empty();
    }

    /** Without quotations, and without addresses and code, which are in no language. */
    private static String words(String sentence) {
        String own = QUOTATION.matcher(sentence).replaceAll(" ");
        return BLANKS.splitAsStream(WORD.matcher(own).find() ? own : sentence)
                .filter(word -> word.chars().noneMatch(c -> "@/\\_<>{}=|#$^~".indexOf(c) >= 0))
                .collect(Collectors.joining(" "));
    }

    private static final Pattern QUOTATION =
            Pattern.compile("\"[^\"]{2,200}\"|“[^”]{2,200}”|«[^»]{2,200}»|„[^“”]{2,200}[“”]|‘[^’]{2,200}’(?!\\p{L})");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Without a look at the models of languages, which take a while to load. */
    private boolean isMostlyEnglish(List<String> sentences) {
        int english = 0;
        int all = 0;
        for (String sentence : sentences) {
            Script script = Script.of(sentence);
            english += script.code.equals(LATIN) && isEnglish(sentence) ? script.letters : 0;
            all += script.letters;
        }
        return learned.contains(ENGLISH) && 2 * english >= all;
    }

    private static boolean isEnglish(String sentence) {
        Matcher word = WORD.matcher(sentence);
        int words = 0;
        int english = 0;
        while (word.find()) {
            words++;
            english += ENGLISH_WORDS.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return english >= 1 && english >= ENGLISH_SHARE * words;
    }

    /** Empty when nobody can tell. */
    private String language(String sentence, Script script) {
        boolean latin = script.code.equals(LATIN);
        if (script.letters < (latin ? LEAST_LETTERS : LEAST_OF_OTHERS) || latin && isName(sentence)) {
            return "";
        }
        if (latin && learned.contains(ENGLISH) && isEnglish(sentence)) {
            return ENGLISH;
        }
        return script.code.length() == 2 ? script.code : LanguageModels.language(sentence, learned);
    }

    /** Few words, or words that all begin with a capital. */
    private static boolean isName(String sentence) {
        List<String> words =
                WORD.matcher(sentence).results().map(MatchResult::group).toList();
        return words.size() < LEAST_WORDS
                || words.size() <= LONGEST_NAME
                        && words.stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
    }

    /**
     * The script of most letters.
     *
     * @param code of the language, where only one is written so; otherwise the name of the script
     * @param letters in Latin ones
     */
    private record Script(String code, int letters) {
        static Script of(String sentence) {
            Map<String, Integer> counts = new HashMap<>();
            sentence.codePoints().filter(Character::isLetter).forEach(letter -> {
                Character.UnicodeScript script = Character.UnicodeScript.of(letter);
                boolean wide = Character.isIdeographic(letter)
                        || script == Character.UnicodeScript.HIRAGANA
                        || script == Character.UnicodeScript.KATAKANA
                        || script == Character.UnicodeScript.HANGUL;
                if (script != Character.UnicodeScript.COMMON && script != Character.UnicodeScript.INHERITED) {
                    counts.merge(
                            SCRIPTS.getOrDefault(
                                    script,
                                    Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN
                                            ? LATIN
                                            : script.name()),
                            wide ? LETTERS_OF_A_CHARACTER : 1,
                            Integer::sum);
                }
            });
            // Japanese is written with Chinese characters too.
            if (counts.containsKey("ja") && counts.containsKey("zh")) {
                counts.merge("ja", counts.remove("zh"), Integer::sum);
            }
            int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
            return counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(most -> new Script(most.getKey(), letters))
                    .orElse(new Script(LATIN, 0));
        }
    }
}
