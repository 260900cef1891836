package dev.valuecompass.llm.chain;

import dev.valuecompass.llm.Attempt;

/** Counts how often in a row the server broke on one request in the same way. Of one call, so of one thread. */
final class RepeatedFaults {
    static final int MOST = 3;

    /** Numbers and ids of requests differ in messages that mean the same. */
    private static final String NUMBERED = "[\\w-]*\\d[\\w-]*";

    private final long answersBefore;
    private String last = "";
    private int same;

    /** @param answersBefore requests of the queue that had been served when the call began */
    RepeatedFaults(long answersBefore) {
        this.answersBefore = answersBefore;
    }

    /** @param answers those by now */
    boolean poisoned(Attempt attempt, long answers) {
        String words =
                attempt.fate() == Attempt.Fate.FAULT ? attempt.result().detail().replaceAll(NUMBERED, "#") : "";
        same = !words.isEmpty() && words.equals(last) ? same + 1 : 1;
        last = words;
        return !words.isEmpty() && same >= MOST && answers > answersBefore;
    }
}
