package dev.valuecompass.language;

import dev.valuecompass.io.Defects;
import dev.valuecompass.io.NearestName;
import dev.valuecompass.io.Place;
import dev.valuecompass.io.yaml.Yaml;
import dev.valuecompass.io.yaml.YamlMap;
import dev.valuecompass.io.yaml.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One file of {@code languages/}: every text with its place in the file. */
final class LanguageFile {
    private static final List<String> DIRECTIONS = List.of("ltr", "rtl");

    /** Per cent; a tenth may be words that two languages share. */
    private static final int WHOLE = 90;

    private final Defects defects;
    private final String file;
    private final String code;
    private final Map<String, MessageTemplate> messages = new TreeMap<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final Plurals plurals;
    private final Map<String, String> countries;
    private final boolean spaced;
    private final String name;
    private final String direction;
    private int translated = 100;

    /** @param defects receives every mistake in the file */
    LanguageFile(Path path, Defects defects) {
        this.defects = defects;
        this.file = path.toString();
        this.code = path.getFileName().toString().replaceAll("\\.yml$", "");
        YamlMap root = Yaml.read(path, defects);
        this.name = root.text("language");
        this.direction = root.oneOf("direction", DIRECTIONS);
        this.plurals = plurals(root.section("plurals"));
        this.countries = countries(root.section("countries"));
        this.spaced = root.flag("space-beside-latin", false);
        texts(root.section("texts"), "");
        root.required("texts");
        root.done();
    }

    private static Plurals plurals(YamlMap map) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (String form : map.keys()) {
            String rule = map.text(form);
            if (!Plurals.FORMS.contains(form) || form.equals(Plurals.OTHER)) {
                map.report(form, "no form of number is called '" + form + "'", "write zero, one, two, few or many");
            } else if (!Plurals.wellFormed(rule)) {
                map.report(form, "not a rule for plurals: '" + rule + "'", "write it as CLDR does, such as 'n = 1'");
            } else {
                rules.put(form, rule);
            }
        }
        return new Plurals(rules);
    }

    private static Map<String, String> countries(YamlMap map) {
        Map<String, String> names = new TreeMap<>();
        for (String code : map.keys()) {
            if (PageTexts.ISO.matcher(code).matches()) {
                names.put(code, map.text(code));
            } else {
                map.report(code, "'" + code + "' is no code of a country", "write two capital letters, such as DE");
            }
        }
        return names;
    }

    private void texts(YamlMap map, String above) {
        for (String key : map.keys()) {
            YamlValue value = map.value(key).orElseThrow();
            String whole = above + key;
            if (!value.isMap()) {
                value.text().ifPresent(text -> add(whole, value.place(), Map.of(Plurals.OTHER, text)));
                continue;
            }
            YamlMap inner = map.section(key);
            if (Plurals.FORMS.containsAll(inner.keys())) {
                Map<String, String> forms = new TreeMap<>();
                inner.keys().forEach(form -> forms.put(form, inner.text(form)));
                add(whole, value.place(), forms);
            } else {
                texts(inner, whole + ".");
            }
        }
    }

    private void add(String key, Place place, Map<String, String> forms) {
        forms.forEach((form, text) -> {
            if (!MessageTemplate.wellFormed(text)) {
                defects.add(place, "'" + key + "' has a brace that names nothing", "write {name}, as en.yml does");
            }
            if (!plurals.knows(form)) {
                defects.add(place, "'" + key + "' has a form '" + form + "' without a rule", "add it to 'plurals'");
            }
        });
        if (!forms.containsKey(Plurals.OTHER)) {
            defects.add(place, "'" + key + "' has no form 'other'", "add it");
            return;
        }
        if (key.equals(PageTexts.MONTH) && !PageTexts.isPattern(forms.get(Plurals.OTHER))) {
            defects.add(place, "'" + key + "' is no pattern of a date", "write LLLL uuuu, as en.yml does");
        }
        messages.put(key, new MessageTemplate(forms, spaced));
        places.put(key, place);
    }

    /** Reports what the reference has and this file lacks, what it has beyond, and other places for what is put in. */
    void holdAgainst(LanguageFile reference) {
        reference.messages.forEach((key, message) -> {
            MessageTemplate own = messages.get(key);
            if (own == null) {
                defects.add(
                        new Place(file, 0), "the text '" + key + "' is missing", "translate it: " + message.written());
            } else if (!own.places().equals(message.places())) {
                defects.add(
                        places.get(key),
                        "'" + key + "' puts in " + own.places(),
                        "put in what " + REFERENCE_FILE + " does: " + message.places());
            }
        });
        messages.keySet().stream()
                .filter(key -> !reference.messages.containsKey(key))
                .forEach(key -> defects.add(
                        places.get(key),
                        "unknown text '" + key + "'",
                        NearestName.remedy(key, reference.messages.keySet())));
        translated = translated(reference);
    }

    /** Per cent of the texts with words in them that are not the English ones, which a copied file begins with. */
    private int translated(LanguageFile reference) {
        List<String> worded = reference.messages.keySet().stream()
                .filter(key -> reference.messages.get(key).worded() && messages.containsKey(key))
                .toList();
        long own = worded.stream()
                .filter(key -> !messages.get(key)
                        .written()
                        .equals(reference.messages.get(key).written()))
                .count();
        return worded.isEmpty() ? 100 : (int) (100 * own / worded.size());
    }

    private static final String REFERENCE_FILE = Language.REFERENCE + ".yml";

    /** Only when nothing was reported. */
    Language language() {
        String told = translated < WHOLE ? name + " (" + translated + " % translated)" : name;
        return new Language(code, told, direction, new PageTexts(file, code, messages, plurals, countries));
    }
}
