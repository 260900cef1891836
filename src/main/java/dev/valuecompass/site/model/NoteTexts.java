package dev.valuecompass.site.model;

import dev.valuecompass.site.edition.Edition;
import dev.valuecompass.site.text.HostileText;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The remarks that are frozen with a model, in English, in the language of the pages as far as the program wrote them. */
final class NoteTexts {
    /** As {@code pipeline.Remarks} writes them, in every wording that was ever frozen. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "cut",
                    "(?<!\\d)(\\d{1,9}) of (\\d{1,9}) answers on (.+?) (?:was|were) cut by the output limit(?:: its figures there do"
                            + " not compare with those of others| and not scored: compare its figures there with care)\\."),
            new Known(
                    "not-learned",
                    "(?<!\\d)(\\d{1,9}) of (\\d{1,9}) answers on (.+?) are in a language that the recogniser has not learned; they are not"
                            + " scored\\."),
            new Known(
                    "unranked",
                    "Not ranked on (.+?): (\\d{1,9}) of (\\d{1,9}) responses could be scored, and ([\\d.]{1,9}) % are needed\\."));

    private final Edition edition;

    NoteTexts(Edition edition) {
        this.edition = edition;
    }

    /** @param key below {@code model.note} of the language files */
    private record Known(String key, Pattern pattern) {
        Known(String key, String pattern) {
            this(key, Pattern.compile(pattern));
        }
    }

    /** @param notes as they are frozen; what nobody knows stays as it is */
    String of(String notes) {
        String told = HostileText.line(notes);
        for (Known known : KNOWN) {
            told = known.pattern.matcher(told).replaceAll(found -> Matcher.quoteReplacement(text(known.key, found)));
        }
        return told;
    }

    private String text(String key, MatchResult found) {
        return key.equals("unranked")
                ? edition.words()
                        .text("model.note.unranked")
                        .with("system", edition.inItsLanguage(found.group(1)))
                        .with("scored", found.group(2))
                        .with("asked", found.group(3))
                        .with("needed", found.group(4))
                        .get()
                : edition.words()
                        .text("model.note." + key)
                        .with("n", Integer.parseInt(found.group(1)))
                        .with("all", found.group(2))
                        .with("system", edition.inItsLanguage(found.group(3)))
                        .get();
    }
}
