package dev.valuecompass.importing.exchange;

/**
 * One answer that another program collected: what was asked, what came, and how it ended.
 *
 * @param task what it was collected for; with the model and {@code id}, the name of the sample
 * @param model the name that was asked for
 * @param id of the sample in its data set
 * @param epoch number of the repetition, from 1
 * @param prompt the text, or the last message of a user
 * @param ending how it ended, and the text where there is one
 */
record CollectedAnswer(String task, String model, String id, int epoch, String prompt, Ending ending) {
    private static final String ANSWERED = "answered";
    private static final int LONGEST_DETAIL = 300;

    boolean answered() {
        return ending.outcome.equals(ANSWERED);
    }

    /**
     * How it ended.
     *
     * @param outcome in small letters: answered, truncated, filtered, refused, empty or failed
     * @param detail why it is not answered; may be empty
     */
    record Ending(String answer, String outcome, String detail) {
        /** A text came, or none. */
        static Ending of(String answer) {
            return answer.isBlank() ? new Ending("", "empty", "no text came") : new Ending(answer, ANSWERED, "");
        }

        static Ending failed(String message) {
            return new Ending("", "failed", shortened("error: " + message));
        }

        static Ending truncated(String answer, String why) {
            return new Ending(answer, "truncated", shortened(why));
        }

        static Ending filtered(String answer, String why) {
            return new Ending(answer, "filtered", shortened(why));
        }

        static Ending refused(String answer, String why) {
            return new Ending(answer, "refused", shortened(why));
        }

        private static String shortened(String text) {
            String line = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
            return line.codePointCount(0, line.length()) <= LONGEST_DETAIL
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, LONGEST_DETAIL)) + "…";
        }
    }
}
