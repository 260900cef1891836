package dev.valuecompass.io.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads from a regular expression which texts every match contains, one of these and one of those, whatever their case. It
 * knows what expressions for sentences are made of; of others it says that nothing is needed.
 */
final class Needed {
    /** Of more texts that a part can be, those of its own parts are taken. */
    private static final int MOST = 16;

    private static final int OTHER_SYNTAX = Pattern.COMMENTS | Pattern.LITERAL | Pattern.CANON_EQ;

    private final String regex;
    private int at;

    private Needed(String regex) {
        this.regex = regex;
    }

    /**
     * @param whole all texts that a part of an expression matches; null where they are too many
     * @param inside sets of texts, of each of which a match contains one; empty where nothing could be told
     */
    private record Part(Set<String> whole, List<Set<String>> inside) {
        static final Part NOTHING = new Part(Set.of(""), List.of());
        static final Part ANYTHING = new Part(null, List.of());

        static Part one(int letter) {
            return new Part(Set.of(Character.toString(letter)), List.of());
        }

        List<Set<String>> all() {
            return whole == null ? inside : List.of(whole);
        }

        /** The set that is rarest in texts. */
        Set<String> best() {
            return all().stream()
                    .max(Comparator.<Set<String>>comparingInt(Needed::least).thenComparingInt(texts -> -texts.size()))
                    .orElse(Set.of(""));
        }

        /** Any number of it in a row, but one at least. */
        Part repeated() {
            return new Part(null, all());
        }
    }

    /** Sets of folded texts, of each of which a match contains one; none when nothing could be told. */
    static List<Set<String>> of(Pattern pattern) {
        if ((pattern.flags() & OTHER_SYNTAX) != 0) {
            return List.of();
        }
        Needed reading = new Needed(pattern.pattern());
        try {
            Part all = reading.alternatives();
            return reading.at < reading.regex.length()
                    ? List.of()
                    : all.all().stream()
                            .filter(texts -> least(texts) > 0)
                            .map(texts -> texts.stream().map(Needed::folded).toList())
                            .map(Needed::shortest)
                            .toList();
        } catch (NotKnownException | StringIndexOutOfBoundsException e) {
            return List.of();
        }
    }

    /** Letters that an expression takes for one another when case does not matter, as the same letter. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Without those that contain another one. */
    private static Set<String> shortest(List<String> texts) {
        return texts.stream()
                .filter(text -> texts.stream().noneMatch(other -> !other.equals(text) && text.contains(other)))
                .collect(Collectors.toSet());
    }

    private Part alternatives() {
        List<Part> parts = new ArrayList<>(List.of(sequence()));
        while (taken("|")) {
            parts.add(sequence());
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        boolean known = parts.stream().allMatch(part -> part.whole() != null);
        Set<String> any = parts.stream().map(Part::best).flatMap(Set::stream).collect(Collectors.toSet());
        return known && any.size() <= MOST ? new Part(any, List.of()) : new Part(null, List.of(any));
    }

    private Part sequence() {
        Set<String> row = Set.of("");
        List<Set<String>> inside = new ArrayList<>();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Part next = quantified(element());
            if (next.whole() != null && row.size() * next.whole().size() <= MOST) {
                row = joined(row, next.whole());
            } else {
                inside.add(row);
                inside.addAll(next.inside());
                row = next.whole() == null ? Set.of("") : next.whole();
            }
        }
        if (inside.isEmpty()) {
            return new Part(row, List.of());
        }
        inside.add(row);
        return new Part(null, inside);
    }

    private static Set<String> joined(Set<String> first, Set<String> second) {
        return first.stream()
                .flatMap(one -> second.stream().map(other -> one + other))
                .collect(Collectors.toSet());
    }

    private static int least(Set<String> texts) {
        return texts == null ? 0 : texts.stream().mapToInt(String::length).min().orElse(0);
    }

    private Part quantified(Part part) {
        Part quantified = part;
        if (taken("?")) {
            quantified = part.whole() == null ? Part.ANYTHING : new Part(joinedWithNothing(part.whole()), List.of());
        } else if (taken("*")) {
            quantified = Part.ANYTHING;
        } else if (taken("+")) {
            quantified = part.repeated();
        } else if (taken("{")) {
            String times = regex.substring(at, regex.indexOf('}', at));
            at += times.length() + 1;
            quantified = times.startsWith("0") ? Part.ANYTHING : part.repeated();
        } else {
            return part;
        }
        // How many it tries first.
        if (!taken("?")) {
            taken("+");
        }
        return quantified;
    }

    private static Set<String> joinedWithNothing(Set<String> texts) {
        Set<String> all = new HashSet<>(texts);
        all.add("");
        return all;
    }

    private Part element() {
        int letter = regex.codePointAt(at);
        at += Character.charCount(letter);
        return switch (letter) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escaped();
            case '.' -> Part.ANYTHING;
            case '^', '$' -> Part.NOTHING;
            default -> Part.one(letter);
        };
    }

    private Part group() {
        boolean beside = taken("?=") || taken("?!") || taken("?<=") || taken("?<!");
        if (!beside && !taken("?:") && !taken("?>") && taken("?")) {
            int end = at;
            while ("iu".indexOf(regex.charAt(end)) >= 0) {
                end++;
            }
            at = end;
            if (taken(")")) {
                return Part.NOTHING;
            }
            expect(":");
        }
        Part part = alternatives();
        expect(")");
        return beside ? Part.NOTHING : part;
    }

    /** A few letters to choose from, or any other class of them. */
    private Part letters() {
        int start = at;
        int depth = 1;
        boolean plain = regex.charAt(at) != '^';
        if (regex.startsWith("]", plain ? at : at + 1)) {
            throw new NotKnownException();
        }
        while (depth > 0) {
            int letter = regex.charAt(at++);
            if (letter == '\\' && regex.charAt(at++) == 'Q') {
                throw new NotKnownException();
            }
            plain &= ("\\-&[".indexOf(letter) < 0) && !Character.isSurrogate((char) letter);
            depth += letter == '[' ? 1 : letter == ']' ? -1 : 0;
        }
        return plain
                ? new Part(
                        regex.substring(start, at - 1)
                                .chars()
                                .mapToObj(Character::toString)
                                .collect(Collectors.toSet()),
                        List.of())
                : Part.ANYTHING;
    }

    private Part escaped() {
        int letter = regex.codePointAt(at);
        at += Character.charCount(letter);
        if (letter == 'Q') {
            int end = regex.indexOf("\\E", at);
            String quoted = regex.substring(at, end);
            at = end + 2;
            return new Part(Set.of(quoted), List.of());
        }
        if (letter == 'b' || letter == 'B') {
            return Part.NOTHING;
        }
        if (letter == 'p' || letter == 'P') {
            at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
            return Part.ANYTHING;
        }
        if ("dDwWsSnt".indexOf(letter) >= 0) {
            return Part.ANYTHING;
        }
        if (Character.isLetterOrDigit(letter)) {
            throw new NotKnownException();
        }
        return Part.one(letter);
    }

    private boolean taken(String text) {
        boolean found = regex.startsWith(text, at);
        at += found ? text.length() : 0;
        return found;
    }

    private void expect(String text) {
        if (!taken(text)) {
            throw new NotKnownException();
        }
    }

    /** Something else than what this class reads. */
    private static final class NotKnownException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotKnownException() {
            super("not known", null, false, false);
        }
    }
}
