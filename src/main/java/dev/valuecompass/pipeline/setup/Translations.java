package dev.valuecompass.pipeline.setup;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.JsonLines;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.recognition.embedded.AnswerLanguage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items in another language, {@code translations/<code>.jsonl}: one {@code {"id", "text", "translation"}} a line. The text is
 * that of the item, so that whoever reviews a translation sees both, and one of an item that reads otherwise by now is found. The
 * file that ships is of the pools that ship: lines of it that fit no item are passed over.
 */
public final class Translations {
    private final Path file;
    private final String language;
    private final boolean own;
    private final Optional<AnswerLanguage> detector;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> byId = new HashMap<>();

    private Translations(Path file, String language, boolean own) {
        this.file = file;
        this.own = own;
        this.language = language;
        this.detector =
                AnswerLanguage.knows(language) ? Optional.of(new AnswerLanguage(Set.of(language))) : Optional.empty();
    }

    private record Line(String id, String text, String translation) {}

    /** Where they lie, in the data folder. @param language two-letter code */
    public static String path(String language) {
        return "translations/" + language + ".jsonl";
    }

    /**
     * Every translation by the id of its item.
     *
     * @param known texts of all items that there are, by id; empty where nobody knows them all, and then no id is unknown
     * @throws DataException with every mistake and its line: what is missing or said twice, an unknown item, one that reads
     *     otherwise, a translation that is the text itself or in another language
     */
    static Map<String, String> read(DataFolder data, String language, Map<String, String> known) {
        Path file = data.file(path(language));
        Translations translations = new Translations(file, language, file.startsWith(data.own()));
        JsonLines.forEach(translations.file, Line.class, (line, number) -> translations.add(line, number, known));
        DataException.refuse(translations.defects);
        return Map.copyOf(translations.byId);
    }

    private void add(Line line, int number, Map<String, String> known) {
        if (isBlank(line.id()) || isBlank(line.text()) || isBlank(line.translation())) {
            report(
                    number,
                    "an id, a text or a translation is missing",
                    "write {\"id\": …, \"text\": …, \"translation\": …}");
            return;
        }
        Integer before = lines.putIfAbsent(line.id(), number);
        if (before != null) {
            report(
                    number,
                    "'" + line.id() + "' is translated in line " + before + " already",
                    "remove one of the lines");
            return;
        }
        String text = known.get(line.id());
        boolean fits =
                text == null ? known.isEmpty() : text.strip().equals(line.text().strip());
        if (!fits && !own) {
            return;
        }
        if (text == null && !known.isEmpty()) {
            report(number, "there is no item '" + line.id() + "'", NearestName.remedy(line.id(), known.keySet()));
        } else if (!fits) {
            report(
                    number,
                    "the item '" + line.id() + "' reads otherwise: " + text,
                    "translate it anew, with this text");
        }
        String translation = line.translation().strip();
        if (translation.equals(line.text().strip())) {
            report(
                    number,
                    "the translation of '" + line.id() + "' is the text itself",
                    "translate it, or remove the line");
        } else {
            detector.flatMap(one -> one.unlearned(translation))
                    .ifPresent(other -> report(
                            number,
                            "the translation of '" + line.id() + "' is in " + other + ", not in "
                                    + Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH),
                            "translate it into the language of the file"));
        }
        byId.put(line.id(), translation);
    }

    private void report(int line, String what, String fix) {
        defects.add(new Defect(file.toString(), line, what, fix));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
