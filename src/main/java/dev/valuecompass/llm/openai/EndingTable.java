package dev.valuecompass.llm.openai;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defects;
import dev.valuecompass.io.SmallLetters;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.llm.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What providers' finish reasons mean, and how their errors say that a filter acted; from {@code data/endings.yml}. */
public final class EndingTable {
    /** The file that it is read from. */
    public static final String FILE = "endings.yml";

    /** A reason says a tool was called: what stands beside it is not a whole answer. */
    private static final List<Outcome> MEANINGS = List.of(
            Outcome.ANSWERED,
            Outcome.TRUNCATED,
            Outcome.FILTERED,
            Outcome.REFUSED,
            Outcome.EMPTY,
            Outcome.PROVIDER_ERROR);

    private static final int LONGEST_REASON = 100;
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern PREFIX =
            Pattern.compile("^_?(?:finish_?|stop_?|done_?|completion_?)?reason_(?=.)|^blocked_reason_");

    /** These are about the key, the account, the address or the pace, whatever the words. */
    private static final Set<Integer> NOT_ABOUT_CONTENT = Set.of(401, 402, 404, 407, 429);

    private final Map<String, Outcome> reasons = new HashMap<>();
    private final Set<String> codes;
    private final List<List<String>> words;
    private final List<List<String>> exceptions;

    private EndingTable(YamlMap file) {
        YamlMap finish = file.section("finish-reasons");
        for (Outcome meaning : MEANINGS) {
            String key = SmallLetters.of(meaning.name()).replace('_', '-');
            for (String reason : finish.texts(key)) {
                Outcome other = reasons.put(normal(reason), meaning);
                if (other != null && other != meaning) {
                    finish.report(key, "'" + reason + "' has two meanings", "keep one of them");
                }
            }
        }
        finish.done();
        YamlMap filters = file.section("filters");
        codes = filters.texts("codes").stream().map(SmallLetters::of).collect(Collectors.toUnmodifiableSet());
        words = parts(filters.texts("words"));
        exceptions = parts(filters.texts("unless"));
        filters.done();
        file.done();
    }

    private static List<List<String>> parts(List<String> phrases) {
        return phrases.stream()
                .map(phrase -> List.of(SmallLetters.of(phrase).split("\\*")))
                .toList();
    }

    /** @throws DataException when the file is wrong, with each mistake and its line */
    public static EndingTable read(DataFolder data) {
        Defects defects = new Defects();
        EndingTable table = new EndingTable(Yaml.read(data.file(FILE), defects));
        defects.refuse(DataException::new);
        return table;
    }

    /**
     * What a finish reason means for the answer.
     *
     * @param reason as the provider wrote it, with any capitals, prefix, or explanation behind a colon
     * @return empty when nobody has said
     */
    Optional<Outcome> meaning(String reason) {
        String text = reason.strip();
        if (text.length() > LONGEST_REASON) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        List<String> readings =
                List.of(text, colon < 0 ? text : text.substring(0, colon), text.substring(text.lastIndexOf('.') + 1));
        return readings.stream()
                .map(EndingTable::normal)
                .filter(reasons::containsKey)
                .findFirst()
                .map(reasons::get);
    }

    /** {@code FINISH_REASON_MAX_TOKENS}, {@code maxTokens} and {@code max-tokens} are the same word. */
    private static String normal(String reason) {
        String words = HUMP.matcher(reason.strip()).replaceAll("_").toLowerCase(Locale.ROOT);
        return PREFIX.matcher(BETWEEN_WORDS.matcher(words).replaceAll("_")).replaceFirst("");
    }

    /** Whether an error says that a filter stopped the prompt or the answer. A code says it whatever the status. */
    boolean isFilter(int status, ApiError error) {
        if (error.isOneOf(codes)) {
            return true;
        }
        if (NOT_ABOUT_CONTENT.contains(status)) {
            return false;
        }
        return error.moderated() || error.says(words) && !error.says(exceptions);
    }

    /** Every word of these lists that the text has, one after the other. */
    static boolean holds(String text, Collection<List<String>> phrases) {
        return phrases.stream().anyMatch(parts -> holds(text, parts));
    }

    private static boolean holds(String text, List<String> parts) {
        int at = 0;
        for (String part : parts) {
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
