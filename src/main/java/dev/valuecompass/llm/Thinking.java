package dev.valuecompass.llm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An answer in which the model thought aloud between marks such as {@code <think>}, taken apart. Marks are looked for in
 * the text as it came, never in a changed copy, whose places may be others. A mark that is shown as code, or that a sentence
 * speaks about, is part of the answer. Takes time in proportion to the text.
 *
 * @param answer what is left for the reader, without the tokens that begin and end a turn
 * @param thoughts what stood between the marks
 * @param open whether thoughts were begun and never ended: the answer did not come, or not all of it
 */
public record Thinking(String answer, String thoughts, boolean open) {
    /** Takes an answer apart; one without marks is unchanged. */
    public static Thinking split(String content) {
        List<ThinkingMark> marks = ThinkingMark.all(content);
        Thinking split = marks.isEmpty() ? new Thinking(content, "", false) : new Splitter(content, marks).split();
        return new Thinking(ControlTokens.trimmed(split.answer), split.thoughts, split.open);
    }

    /** A result as it came, with its thoughts apart; one that had none is unchanged. */
    public static ChatResult apart(ChatResult result) {
        Thinking thinking = split(result.text());
        if (result.outcome() != Outcome.ANSWERED || thinking.answer.equals(result.text())) {
            return result;
        }
        Outcome outcome =
                thinking.open ? Outcome.TRUNCATED : thinking.answer.isBlank() ? Outcome.EMPTY : Outcome.ANSWERED;
        ChatResult apart = new ChatResult(
                outcome,
                thinking.answer,
                thinking.and(result.reasoning()),
                result.modelReported(),
                result.usage(),
                result.attemptErrors(),
                result.detail(),
                result.replayed());
        return outcome == Outcome.ANSWERED
                ? apart
                : apart.noting(thinking.open ? UNFINISHED : "there is nothing but thoughts");
    }

    /** Why an answer with open thoughts is cut. */
    public static final String UNFINISHED = "the output ended before the model had finished thinking";

    /** All thoughts, when the provider gave some apart from the answer as well. */
    public String and(String others) {
        return thoughts + (thoughts.isEmpty() || others.isEmpty() ? "" : "\n\n") + others;
    }

    /** Goes through the marks in order; what stands before the first and behind the last of a pair is answer. */
    private static final class Splitter {
        private final String content;
        private final List<ThinkingMark> marks;
        private final int[] nextEnd;
        private final List<String> answer = new ArrayList<>();
        private final List<String> thoughts = new ArrayList<>();
        private final Set<String> spokenOf = new HashSet<>();
        /** Where the answer goes on, behind the last thoughts. */
        private int from;
        /** Where, among the parts of the answer, those begin that an end alone makes thoughts. */
        private int answersBefore;

        private boolean parted;
        private boolean harmony;
        private boolean wrapped;

        Splitter(String content, List<ThinkingMark> marks) {
            this.content = content;
            this.marks = marks;
            this.nextEnd = ThinkingMark.nextEnds(marks);
        }

        Thinking split() {
            boolean found = false;
            for (int i = 0; i < marks.size(); i++) {
                ThinkingMark mark = marks.get(i);
                harmony |= mark.harmony();
                if (!means(i)) {
                    spokenOf.add(mark.family());
                    continue;
                }
                found = true;
                if (mark.role() == ThinkingMark.Role.BEGIN) {
                    keep(mark.start());
                    int end = end(i);
                    if (end < 0) {
                        think(mark.end(), content.length());
                        return result(true);
                    }
                    i = goOn(mark, end);
                    continue;
                }
                boolean partsBefore = mark.role() == ThinkingMark.Role.END || mark.role() == ThinkingMark.Role.ANSWER;
                if (partsBefore && (!parted || !ThinkingMark.blank(content, mark.end(), content.length()))) {
                    makeThoughts(mark.start());
                } else {
                    keep(mark.start());
                }
                goOnAt(mark.end(), partsBefore);
            }
            return found ? result(false) : new Thinking(content, "", false);
        }

        /** Behind thoughts. A mark that ends them by beginning something else is still to be met. */
        private int goOn(ThinkingMark begin, int end) {
            ThinkingMark last = marks.get(end);
            boolean over = last.role() == ThinkingMark.Role.END || last.role() == ThinkingMark.Role.STOP;
            think(begin.end(), last.start());
            goOnAt(over ? last.end() : last.start(), true);
            return over ? end : end - 1;
        }

        private void goOnAt(int place, boolean behindThoughts) {
            from = place;
            if (behindThoughts) {
                parted = true;
                answersBefore = answer.size();
            }
        }

        /** Whether a mark is used here, and not shown or spoken about. */
        private boolean means(int i) {
            ThinkingMark mark = marks.get(i);
            return switch (mark.role()) {
                case BEGIN -> mark.begins(content, nextEnd[i] < 0 ? null : marks.get(nextEnd[i]));
                case END -> mark.endsAlone(content, from, spokenOf.contains(mark.family()));
                case ANSWER -> !mark.shown();
                case STOP -> harmony;
                case WRAPPING -> !mark.shown() && wraps(mark);
            };
        }

        /** Around the whole answer, behind thoughts or without any. */
        private boolean wraps(ThinkingMark mark) {
            boolean begins = !mark.closing() && ThinkingMark.blank(content, from, mark.start());
            boolean ends = mark.closing() && wrapped;
            wrapped |= begins;
            return begins || ends || mark.token();
        }

        /** Number of the mark that ends the thoughts which the given one begins, or -1. Nested ones of its kind are counted. */
        private int end(int begin) {
            ThinkingMark first = marks.get(begin);
            boolean own = nextEnd[begin] >= 0;
            int open = 1;
            int begun = first.end();
            for (int i = begin + 1; i < marks.size(); i++) {
                ThinkingMark mark = marks.get(i);
                if (first.harmony() ? mark.harmony() || mark.endsOthers() && mark.token() : !own && mark.endsOthers()) {
                    return i;
                }
                boolean counts = own && mark.family().equals(first.family()) && !(mark.shown() && nextEnd[i] >= 0);
                if (counts && mark.role() == ThinkingMark.Role.END) {
                    begun = -1;
                    open--;
                } else if (counts && first.nests()) {
                    // Doubled marks, one of which a chat template wrote, begin the same thoughts.
                    open += begun >= 0 && ThinkingMark.blank(content, begun, mark.start()) ? 0 : 1;
                    begun = mark.end();
                }
                if (open == 0) {
                    return i;
                }
            }
            return -1;
        }

        private void makeThoughts(int to) {
            List<String> before = answer.subList(answersBefore, answer.size());
            thoughts.addAll(before);
            before.clear();
            think(from, to);
        }

        private void think(int start, int end) {
            add(thoughts, content.substring(start, end));
        }

        private void keep(int to) {
            add(answer, content.substring(from, to));
        }

        private Thinking result(boolean open) {
            if (!open) {
                keep(content.length());
            }
            return new Thinking(String.join("\n\n", answer), String.join("\n\n", thoughts), open);
        }

        private static void add(List<String> parts, String part) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
    }
}
