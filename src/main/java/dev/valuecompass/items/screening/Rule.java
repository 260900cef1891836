package dev.valuecompass.items.screening;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for one kind of thing. */
interface Rule {
    /** The first passage of the folded text that shows it. */
    Optional<String> find(String text);

    /** The first match of any of the patterns. */
    static Rule any(Pattern... patterns) {
        return text -> Stream.of(patterns)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
