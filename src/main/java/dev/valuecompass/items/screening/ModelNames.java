package dev.valuecompass.items.screening;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Models under test and those who made them, by any of their names, and praise of a model whatever it is called: an item
 * must not speak of those who answer it.
 */
final class ModelNames implements Rule {
    private static final String MODEL = "(?:model|assistant|chatbot|bot|llm|ai)";
    /** Names of models and makers that are words; they are meant when they begin with a capital letter. */
    private static final Set<String> WORDS = WordList.read("words-as-names.txt");

    private static final int SHORTEST_ANYWHERE = 2;
    private static final int SHORTEST_IN_ANY_CASE = 4;

    /** Ids that only what stands before them tells from words. */
    private static final Set<String> COMMON = Set.of(
            "it", "us", "we", "me", "my", "he", "an", "as", "at", "be", "by", "do", "go", "if", "in", "is", "no", "of",
            "on", "or", "so", "to", "up", "all", "and", "any", "are", "new", "one", "the", "old", "open", "model",
            "chat", "large", "small", "test", "none", "other", "judge", "big", "fast", "good", "bad", "human", "people",
            "first", "second", "third", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "deep",
            "base", "free", "left", "right", "north", "south", "red", "green", "blue", "black", "white");

    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";
    private static final String BETWEEN = "[^\\p{L}\\p{N}]{0,3}";
    /** Written as many makers are, and as any word at the beginning of a sentence. */
    private static final Pattern PROPER = Pattern.compile("\\p{Lu}\\p{Ll}+");

    private static final Pattern STEM = Pattern.compile("\\p{L}{3,}");

    private static final Rule PRAISE = Rule.any(
            Pattern.compile("(?i)\\b" + MODEL + "s?,? (?:called|named|known as|dubbed|with the (?:id|name)) \\S+"),
            Pattern.compile("(?i)\\b(?:best|safest|smartest|fairest|greatest|wisest|strongest|superior|worst|leading"
                    + "|(?:most|more|least) (?:moral|helpful|honest|ethical|trustworthy|intelligent|truthful|aligned)) (?:\\w+ )?"
                    + "(?:language model|ai (?:model|assistant|system)|chatbot|llm)\\b"),
            Pattern.compile(
                    "(?i)\\b" + MODEL
                            + "s?\\b.{0,40}\\b(?:ranked?|placed?|rated?|scored?|listed?) (?:it |itself |them )?(?:first|highest|top|above|best|last)\\b"),
            Pattern.compile("(?i)\\bthis (?:language )?" + MODEL + "\\b(?! of\\b)|\\b(?:first|last|next|top) " + MODEL
                    + " (?:in|on|of) the (?:table|list|ranking|board)\\b"),
            Pattern.compile(
                    "(?i)\\b(?:on|in|of|by|from) (?:this|the current) (?:leaderboard|benchmark|questionnaire|ranking of models)\\b"));

    private final Rule names;

    /** @param known ids, names and developers, as they are written */
    ModelNames(Collection<String> known) {
        Set<String> forms = new TreeSet<>();
        for (String name : known) {
            forms.add(name.strip());
            forms.add(name.substring(name.lastIndexOf('/') + 1).strip());
        }
        Stream<Pattern> whole = forms.stream().map(ModelNames::pattern).flatMap(Optional::stream);
        Stream<Pattern> shortened =
                forms.stream().flatMap(ModelNames::shortened).distinct().map(Pattern::compile);
        names = Rule.any(Stream.concat(whole, shortened).toArray(Pattern[]::new));
    }

    @Override
    public Optional<String> find(String text) {
        return names.find(text).or(() -> PRAISE.find(text));
    }

    /** Its parts as words in a row, whatever stands between them. */
    private static Optional<Pattern> pattern(String name) {
        List<String> parts = parts(name);
        String letters = String.join("", parts);
        if (letters.isEmpty()) {
            return Optional.empty();
        }
        String whole =
                BEFORE + String.join(BETWEEN, parts.stream().map(Pattern::quote).toList()) + AFTER;
        if (letters.length() < SHORTEST_ANYWHERE || common(letters)) {
            return Optional.of(Pattern.compile("(?i:\\b" + MODEL + " )[\"']?" + whole));
        }
        if (parts.size() == 1
                && (WORDS.contains(letters.toLowerCase(Locale.ROOT))
                        || PROPER.matcher(name).matches())) {
            return Optional.of(Pattern.compile(capital(letters)));
        }
        return Optional.of(
                letters.length() < SHORTEST_IN_ANY_CASE ? Pattern.compile(whole) : Pattern.compile("(?iu)" + whole));
    }

    /** What people call it: Qwen and Qwen2.5-7B for qwen2.5-7b-instruct. */
    private static Stream<String> shortened(String name) {
        List<String> parts = parts(name);
        Stream<String> beginnings = IntStream.range(2, parts.size())
                .mapToObj(end -> String.join(
                        BETWEEN,
                        parts.subList(0, end).stream().map(Pattern::quote).toList()))
                .filter(form -> form.chars().anyMatch(Character::isDigit))
                .map(form -> "(?iu)" + BEFORE + form + AFTER);
        Matcher stem = STEM.matcher(parts.isEmpty() ? "" : parts.get(0));
        boolean told = stem.lookingAt()
                && !common(stem.group())
                && (parts.size() > 1 || stem.end() < parts.get(0).length());
        return told ? Stream.concat(beginnings, Stream.of(capital(stem.group()))) : beginnings;
    }

    private static List<String> parts(String name) {
        return Pattern.compile("[^\\p{L}\\p{N}]+")
                .splitAsStream(name)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Not as a part of another name, such as the Niger Delta. */
    private static String capital(String word) {
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
        return BEFORE + "(?<!(?<!^)(?<![.?!] )\\b(?!Should|Would|Does|Is|Can|Must|Do|Are|Will)\\p{Lu}\\p{Ll}{1,20} )(?:"
                + capital + "|" + capital.toUpperCase(Locale.ROOT) + ")" + AFTER;
    }

    private static boolean common(String letters) {
        return COMMON.contains(letters.toLowerCase(Locale.ROOT));
    }
}
