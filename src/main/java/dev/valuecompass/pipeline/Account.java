package dev.valuecompass.pipeline;

import dev.valuecompass.config.Price;
import dev.valuecompass.llm.Outcome;
import dev.valuecompass.llm.Spent;
import dev.valuecompass.responses.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the items that one model was asked. Safe for use by many threads. */
public final class Account {
    /** More names than this in one run are as good as none. */
    static final int MOST_NAMES = 20;

    /** What fails for many reasons is better looked up in the run store. */
    private static final int MOST_CAUSES = 3;

    private static final int LONGEST_CAUSE = 240;

    private final String model;
    private final Price price;
    private final boolean free;
    private final Map<Outcome, Integer> ends = new EnumMap<>(Outcome.class);
    private final SortedMap<String, Integer> servedAs = new TreeMap<>();
    private final SortedMap<String, Integer> causes = new TreeMap<>();
    private final Mean firstTry = new Mean();
    private final Mean repeated = new Mean();
    private Spent spent = Spent.NOTHING;
    private long retries;

    private static final class Mean {
        private long labels;
        private long expressed;

        void add(String row) {
            labels += row.chars().filter(c -> "+.-".indexOf(c) >= 0).count();
            expressed += row.chars().filter(c -> c == '+').count();
        }

        Double value() {
            return labels == 0 ? null : Double.valueOf(expressed / (double) labels);
        }
    }

    /**
     * @param price null when unknown
     * @param free whether nothing is sent that costs anything, so that there is nothing to add up
     */
    public Account(String model, Price price, boolean free) {
        this.free = free;
        this.model = model;
        this.price = price;
    }

    /**
     * Adds one response.
     *
     * @param outcome after its answer was read for values
     * @param labels one character for each value, as they are frozen
     * @param detail why it ended so; may be empty
     */
    public synchronized void add(Response response, Outcome outcome, String labels, String detail) {
        ends.merge(outcome, 1, Integer::sum);
        String cause = shortened(detail);
        if (ModelAccount.FAILURES.contains(outcome) && (causes.size() < MOST_CAUSES || causes.containsKey(cause))) {
            causes.merge(cause, 1, Integer::sum);
        }
        retries += response.retries();
        spent = spent.and(price, response.usage());
        if (!response.modelReported().isEmpty()
                && (servedAs.size() < MOST_NAMES || servedAs.containsKey(response.modelReported()))) {
            servedAs.merge(response.modelReported(), 1, Integer::sum);
        }
        if (outcome == Outcome.ANSWERED) {
            (response.retries() == 0 ? firstTry : repeated).add(labels);
        }
    }

    /** Counts a response that was read elsewhere. What it cost comes in {@link #add(Brought)}. */
    synchronized void add(Outcome outcome) {
        ends.merge(outcome, 1, Integer::sum);
    }

    /** Adds what answers that were counted elsewhere took. */
    synchronized void add(Brought other) {
        retries += other.retries();
        spent = spent.and(other.spent());
        other.servedAs().forEach((name, times) -> {
            if (servedAs.size() < MOST_NAMES || servedAs.containsKey(name)) {
                servedAs.merge(name, times, Integer::sum);
            }
        });
    }

    /** What the answers took, to be carried elsewhere. */
    synchronized Brought brought() {
        return new Brought(retries, new TreeMap<>(servedAs), spent);
    }

    /**
     * What answers took that are not here.
     *
     * @param retries requests that were made again because the one before had failed
     * @param servedAs names that the provider gave with its answers, and how often; {@value #MOST_NAMES} at most
     */
    public record Brought(long retries, SortedMap<String, Integer> servedAs, Spent spent) {}

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_CAUSE
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_CAUSE / 2)) + "…";
    }

    synchronized Spent spent() {
        return spent;
    }

    /** Names and fingerprints that the provider gave with its answers, and how often. */
    synchronized SortedMap<String, Integer> servedAs() {
        return new TreeMap<>(servedAs);
    }

    /** How it stands. */
    public synchronized ModelAccount standing() {
        return new ModelAccount(
                model,
                new TreeMap<>(ends),
                new TreeMap<>(causes),
                retries,
                firstTry.value(),
                repeated.value(),
                spent,
                free);
    }

    /**
     * How a model stands.
     *
     * @param ends how often each outcome came
     * @param causes of some of what failed, and how often each came
     * @param retries requests that were made again because the one before had failed
     * @param firstTry share of values that answers of the first attempt express; null when there is none
     * @param repeated the same of answers that took more attempts: where the two differ, failing was no accident (R9)
     * @param free whether its answers cost nothing, whatever price it has
     */
    public record ModelAccount(
            String model,
            SortedMap<Outcome, Integer> ends,
            SortedMap<String, Integer> causes,
            long retries,
            Double firstTry,
            Double repeated,
            Spent spent,
            boolean free) {
        private static final List<Outcome> FAILURES = List.of(
                Outcome.PROVIDER_ERROR,
                Outcome.TRANSPORT_ERROR,
                Outcome.CONTEXT_OVERFLOW,
                Outcome.UNSCORED,
                Outcome.NOT_LEARNED);

        /** How many answers ended, in any way. */
        public int done() {
            return ends.values().stream().mapToInt(Integer::intValue).sum();
        }

        int count(Outcome outcome) {
            return ends.getOrDefault(outcome, 0);
        }

        /** How many of them are errors of provider, transport or context, or could not be read by the recogniser. */
        public int failed() {
            return FAILURES.stream().mapToInt(this::count).sum();
        }

        /** What was not asked, for want of money or time. */
        public int skipped() {
            return count(Outcome.BUDGET_SKIPPED) + count(Outcome.CANCELLED);
        }
    }
}
