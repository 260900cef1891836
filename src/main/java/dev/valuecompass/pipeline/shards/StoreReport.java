package dev.valuecompass.pipeline.shards;

import dev.valuecompass.llm.store.Contribution;
import dev.valuecompass.pipeline.RunReport;
import java.util.List;

/**
 * What became of stored answers.
 *
 * @param complete whether the period was frozen or was so already; otherwise what was published before is untouched
 * @param merged what each store brought; empty when none was merged
 * @param missing answers that were never asked for; empty when there are none
 * @param lacking parts of a divided evaluation that are missing or unfinished
 * @param run what was made of the answers; null when some are missing
 */
public record StoreReport(
        boolean complete, List<Merged> merged, List<MissingAnswers> missing, List<String> lacking, RunReport run) {
    /**
     * What one store brought.
     *
     * @param added calls and recognitions that were new
     * @param known those that were there already
     * @param damaged rows that could not be read and were left out
     * @param leftOut rows that belong to nothing here and were left out
     * @param settled calls that stores answer differently, of which the preferred store's answer stands
     */
    public record Merged(String store, long added, long known, long damaged, long leftOut, long settled) {
        /** @param lost answers that were given up when the store was first opened */
        static Merged of(String store, Contribution.Added came, long lost) {
            long damaged = came.damaged() + lost;
            return new Merged(store, came.added(), came.known(), damaged, came.leftOut(), came.settled());
        }

        String text() {
            return store + ": " + added + " new, " + known + " known" + some(damaged, "damaged and left out")
                    + some(leftOut, "of no use here and left out") + some(settled, "different and settled") + "\n";
        }

        private static String some(long count, String what) {
            return count == 0 ? "" : ", " + count + " " + what;
        }
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        merged.forEach(store -> text.append(store.text()));
        if (run != null) {
            return text.append(run.text()).toString();
        }
        text.append("incomplete: nothing was published\n");
        missing.forEach(one -> text.append(one.text()).append('\n'));
        lacking.forEach(shard -> text.append("shard ").append(shard).append('\n'));
        return text.append(
                        "Ask for them with run or evaluate. Where the evaluation was divided, evaluate the shards named,"
                                + " each in its own --runs folder, and merge again.")
                .toString();
    }
}
