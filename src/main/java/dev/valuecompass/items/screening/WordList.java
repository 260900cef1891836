package dev.valuecompass.items.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words that ship with the program, one or more a line, separated by commas; {@code #} begins a comment. */
final class WordList {
    private WordList() {}

    static Set<String> read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                WordList.class.getResourceAsStream("/screening/" + name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + name, e);
        }
    }
}
