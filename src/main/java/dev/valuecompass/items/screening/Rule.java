package dev.valuecompass.items.screening;

import dev.valuecompass.io.text.Patterns;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for one kind of thing. */
interface Rule {
    /** The first passage of the folded text that shows it. */
    Optional<String> find(String text);

    /** The first match of any of the patterns. */
    static Rule any(Pattern... patterns) {
        return Patterns.of(List.of(patterns))::firstIn;
    }
}
