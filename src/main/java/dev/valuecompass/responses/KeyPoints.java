package dev.valuecompass.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the points below a stance: a numbered list, else bullets, else paragraphs. */
final class KeyPoints {
    private static final int MOST = 20;
    private static final int SHORTEST_PARAGRAPH = 20;
    private static final String START = "^[\\s>]*+(?:#{1,6}+\\s*+)?+[*_]{0,3}+\\s*+";
    private static final Pattern NUMBER = Pattern.compile(
            START
                    + "(?:(?:key\\s+)?(?:point|reason|argument)\\s*#?)?\\s*\\(?\\d{1,2}\\s*(?:[.):]|-(?=\\s))[*_]{0,3}(?!\\d)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CIRCLED = Pattern.compile(START + "[①-⑳]\\s*");
    private static final Pattern BULLET = Pattern.compile("^[\\s>]*+(?:[-+•]|\\*(?!\\*))\\s*(?=\\S)");
    private static final Pattern HEADING = Pattern.compile(
            "^[\\s>#*_\\-•]*+(?:\\d{1,2}[.)]\\s*+)?+[*_]*+(?:key\\s+points?|main\\s+points?|points?|reasons?|arguments?|justifications?|要点|关键点|關鍵點|理由"
                    + "|puntos?\\s+clave|points?\\s+clés|kernpunkte|argumente|pontos?[- ]chave|ключевые\\s+моменты"
                    + "|النقاط\\s+الرئيسية|मुख्य\\s+बिंदु|핵심\\s*요점)[^:]{0,30}[:*_\\s]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CLOSING = Pattern.compile(
            "^[\\s>#*_]*+(?:in\\s+(?:conclusion|summary|short)|overall|to\\s+sum\\s+up|conclusion|summary|ultimately"
                    + "|therefore|thus|let me know|note|总之|综上)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern MARKS = Pattern.compile("[*_]{2,3}|`");

    private final String text;
    private final List<AnswerLine> lines;

    /** @param lines those below the stance */
    KeyPoints(String text, List<AnswerLine> lines) {
        this.text = text;
        this.lines = lines;
    }

    List<Opinion.KeyPoint> find() {
        for (Pattern mark : List.of(NUMBER, CIRCLED, BULLET)) {
            List<Opinion.KeyPoint> points = listed(mark);
            if (!points.isEmpty()) {
                return points;
            }
        }
        return paragraphs();
    }

    /** Lines without the mark belong to the point above them, unless a new paragraph closes the whole. */
    private List<Opinion.KeyPoint> listed(Pattern mark) {
        List<Opinion.KeyPoint> points = new ArrayList<>();
        int start = -1;
        int end = -1;
        boolean blank = false;
        for (AnswerLine line : lines) {
            if (points.size() == MOST) {
                return points;
            }
            Matcher at = mark.matcher(line.head());
            if (at.lookingAt() && !isHeading(line)) {
                add(points, start, end);
                start = line.start() + at.end();
                end = end(line);
            } else if (start >= 0 && !line.isBlank() && !isHeading(line)) {
                if (blank && closes(line, start, end)) {
                    break;
                }
                end = end(line);
            }
            blank = line.isBlank();
        }
        add(points, start, end);
        return points;
    }

    private boolean closes(AnswerLine line, int start, int end) {
        boolean said = end - start > 60 || text.substring(start, end).contains(": ");
        return line.indent() == 0
                && (said && !BULLET.matcher(line.head()).lookingAt()
                        || CLOSING.matcher(line.head()).matches());
    }

    private List<Opinion.KeyPoint> paragraphs() {
        List<Opinion.KeyPoint> points = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (AnswerLine line : lines) {
            if (line.isBlank() || isHeading(line)) {
                addParagraph(points, start, end);
                start = -1;
            } else {
                start = start < 0 ? line.start() + line.indent() : start;
                end = end(line);
            }
        }
        addParagraph(points, start, end);
        return points;
    }

    private static boolean isHeading(AnswerLine line) {
        return HEADING.matcher(line.head()).matches();
    }

    private void addParagraph(List<Opinion.KeyPoint> points, int start, int end) {
        if (start >= 0
                && end - start >= SHORTEST_PARAGRAPH
                && !CLOSING.matcher(text.substring(start, Math.min(end, start + 80)))
                        .matches()) {
            add(points, start, end);
        }
    }

    private void add(List<Opinion.KeyPoint> points, int start, int end) {
        if (start < 0 || start >= end || points.size() == MOST) {
            return;
        }
        String point = text.substring(start, end);
        boolean marked = point.indexOf('*') >= 0 || point.indexOf('_') >= 0 || point.indexOf('`') >= 0;
        String plain = onOneLine(marked ? MARKS.matcher(point).replaceAll("") : point);
        if (saysSomething(plain)) {
            points.add(new Opinion.KeyPoint(plain, start, end));
        }
    }

    private static boolean saysSomething(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is no blank but single spaces. */
    private static boolean isOneLine(String text) {
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ';
            if (blank && (before || c != ' ')) {
                return false;
            }
            before = blank;
        }
        return true;
    }

    /** A blank for each run of them, as {@code \s} has them. */
    private static String onOneLine(String text) {
        if (isOneLine(text)) {
            return text.strip();
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            if (!blank) {
                line.append(c);
            } else if (!before) {
                line.append(' ');
            }
            before = blank;
        }
        return line.toString().strip();
    }

    private static int end(AnswerLine line) {
        return line.start() + line.raw().stripTrailing().length();
    }
}
