package dev.valuecompass.items.screening;

import dev.valuecompass.io.Resource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words that ship with the program, one or more a line, separated by commas; {@code #} begins a comment. */
final class WordList {
    private WordList() {}

    static Set<String> read(String name) {
        return Resource.text("/screening/" + name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
