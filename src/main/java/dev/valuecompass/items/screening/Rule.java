package dev.valuecompass.items.screening;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for one kind of thing. */
interface Rule {
    /** The first passage of the folded text that shows it. */
    Optional<String> find(String text);

    /** The first match of any of the patterns. */
    static Rule any(Pattern... patterns) {
        return text -> {
            for (Pattern pattern : patterns) {
                Matcher found = pattern.matcher(text);
                if (found.find()) {
                    return Optional.of(found.group());
                }
            }
            return Optional.empty();
        };
    }
}
