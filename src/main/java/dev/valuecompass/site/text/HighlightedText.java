package dev.valuecompass.site.text;

import dev.valuecompass.recognition.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts an answer into plain and marked pieces. Evidence is spans, never HTML; spans that overlap or touch become one,
 * spans beyond the text are cut, and no span parts a character.
 */
public final class HighlightedText {
    /** Longer answers are cut on the page; the download has them whole. */
    public static final int LONGEST = 20_000;

    private HighlightedText() {}

    /** Spans that are evidence for one value. */
    public record ValueEvidence(String value, List<Evidence> spans) {}

    private record Span(int start, int end, Set<String> values) {}

    /** The first {@link #LONGEST} characters of the text in order. */
    public static List<Segment> of(String text, List<ValueEvidence> marks) {
        int end = shownLength(text);
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (Span span : merged(text, end, marks)) {
            plain(text, at, span.start, segments);
            segments.add(new Segment(HostileText.visible(text, span.start, span.end), String.join(", ", span.values)));
            at = span.end;
        }
        plain(text, at, end, segments);
        return segments;
    }

    /** How many characters of the text are shown. */
    public static int shownLength(String text) {
        return text.length() <= LONGEST ? text.length() : boundary(text, LONGEST);
    }

    private static void plain(String text, int from, int to, List<Segment> segments) {
        if (from < to) {
            segments.add(new Segment(HostileText.visible(text, from, to), null));
        }
    }

    private static List<Span> merged(String text, int end, List<ValueEvidence> marks) {
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted(text, end, marks)) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.start <= last.end) {
                last.values.addAll(span.values);
                merged.set(merged.size() - 1, new Span(last.start, Math.max(last.end, span.end), last.values));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static List<Span> sorted(String text, int end, List<ValueEvidence> marks) {
        List<Span> spans = new ArrayList<>();
        for (ValueEvidence one : marks) {
            for (Evidence evidence : one.spans()) {
                int from = boundary(text, Math.min(evidence.start(), end));
                int to = Math.min(after(text, Math.min(evidence.end(), end)), end);
                if (from < to) {
                    spans.add(new Span(from, to, new LinkedHashSet<>(Set.of(one.value()))));
                }
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return spans;
    }

    private static int boundary(String text, int at) {
        return splits(text, at) ? at - 1 : at;
    }

    private static int after(String text, int at) {
        return splits(text, at) ? at + 1 : at;
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
