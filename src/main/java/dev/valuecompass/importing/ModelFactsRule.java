package dev.valuecompass.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates and kinds in the file of model facts. */
final class ModelFactsRule implements Inspection.Check {
    static final String RELEASED = "release date";
    static final String TYPE = "type";
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?: 00:00:00)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\.?");

    @Override
    public Stream<PublicationDefect> inspect(Publication publication) {
        List<PublicationDefect> findings = new ArrayList<>();
        for (SourceTable.Row row : publication.models().rows()) {
            if (date(row).isEmpty() && !row.shown(RELEASED).isEmpty()) {
                findings.add(wrongDate(publication.models(), row));
            }
            if (open(row).isEmpty() && !row.shown(TYPE).isEmpty()) {
                findings.add(new PublicationDefect(
                        "'" + row.shown(TYPE) + "' is neither Open nor Close",
                        drop(publication.models(), row, TYPE, "the kind is not known")));
            }
        }
        return findings.stream();
    }

    /** The published form is an ISO date with an empty time of day. */
    static Optional<LocalDate> date(SourceTable.Row row) {
        Matcher iso = ISO.matcher(row.text(RELEASED));
        return iso.matches() ? parse(iso.group(1)) : Optional.empty();
    }

    /** Whether a model's weights can be downloaded; empty when the source does not say so in its usual words. */
    static Optional<Boolean> open(SourceTable.Row row) {
        String type = row.text(TYPE);
        return type.equals("Open")
                ? Optional.of(true)
                : type.equals("Close") || type.equals("Closed") ? Optional.of(false) : Optional.empty();
    }

    private static PublicationDefect wrongDate(SourceTable table, SourceTable.Row row) {
        String what = "'" + row.shown(RELEASED) + "' is not an ISO date (YYYY-MM-DD)";
        return new PublicationDefect(
                what,
                reread(row.text(RELEASED))
                        .map(date -> Fix.of(
                                table,
                                row,
                                RELEASED,
                                Fix.Action.SET,
                                row.text(RELEASED),
                                date.toString(),
                                "not an ISO date; only month/day/year makes a date of it"))
                        .orElseGet(() -> drop(table, row, RELEASED, "the date cannot be read in one way only")));
    }

    /** Month/day/year and day/month/year look alike; a date is proposed only where one of the two is impossible. */
    private static Optional<LocalDate> reread(String text) {
        Matcher slashed = SLASHED.matcher(text.strip());
        if (!slashed.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(slashed.group(1));
        int second = Integer.parseInt(slashed.group(2));
        if (first <= 12 && second > 12) {
            return parse("%s-%02d-%02d".formatted(slashed.group(3), first, second));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> parse(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Fix drop(SourceTable table, SourceTable.Row row, String field, String reason) {
        return Fix.drop(table, row, field, reason);
    }
}
