package dev.valuecompass.cli;

import dev.valuecompass.io.DataFolder;
import dev.valuecompass.io.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The shipped surveys with three countries each, lent to a leaderboard for one command. Three quarters of the pages of a small
 * site are about countries and say nothing that the tests of commands ask; those of the site have all of them.
 */
final class FewCountries {
    private static final int COUNTRIES = 3;
    private static final List<String> COMMANDS = List.of("run", "site", "merge", "rescore");
    private static final Pattern NEXT_COUNTRY = Pattern.compile("(?m)^  - code: ");
    /** Files that come back are the same files, or a site would be rendered anew. */
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private FewCountries() {}

    /** @return the files to {@link #takeBack} */
    static List<Path> lend(Path home, String... command) {
        Path data = home.resolve("data");
        List<String> words = List.of(command);
        Path surveys = data.resolve("cultures");
        if (words.isEmpty()
                || !COMMANDS.contains(words.get(0))
                || words.contains("--data")
                || !Files.isRegularFile(data.resolve("leaderboard.yml"))
                || Files.exists(surveys)) {
            return List.of();
        }
        try {
            List<Path> lent = new ArrayList<>();
            Files.createDirectory(surveys);
            for (Path survey : DataFolder.over(data).list("cultures", ".yml")) {
                Path few = Files.writeString(surveys.resolve(survey.getFileName()), few(TextFile.read(survey)));
                Files.setLastModifiedTime(few, WRITTEN);
                lent.add(few);
            }
            lent.add(surveys);
            return lent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void takeBack(List<Path> lent) {
        try {
            for (Path file : lent) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String few(String survey) {
        return NEXT_COUNTRY
                .matcher(survey)
                .results()
                .skip(COUNTRIES)
                .findFirst()
                .map(next -> survey.substring(0, next.start()))
                .orElse(survey);
    }
}
