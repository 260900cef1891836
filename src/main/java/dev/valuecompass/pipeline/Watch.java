package dev.valuecompass.pipeline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Is told how a run is doing: lines as they come, and where each model stands whenever it asks. */
public interface Watch extends Consumer<String> {
    /**
     * Asking begins.
     *
     * @param models their ids, in the order of the leaderboard
     * @param standings of those that were asked something, at the moment of the call
     * @param items how many answers are wanted of each model
     */
    void begin(List<String> models, Supplier<List<Account.ModelAccount>> standings, long items);

    /** Asking is over, or was given up. */
    void end();

    /** Whoever only wants lines gets lines. */
    static Watch of(Consumer<String> lines) {
        return lines instanceof Watch watch ? watch : new LinesOnly(lines);
    }

    /** Passes on lines, and nothing else. */
    record LinesOnly(Consumer<String> lines) implements Watch {
        @Override
        public void accept(String line) {
            lines.accept(line);
        }

        @Override
        public void begin(List<String> models, Supplier<List<Account.ModelAccount>> standings, long items) {
            // Lines say what is asked of whom already.
        }

        @Override
        public void end() {
            // Nothing was begun.
        }
    }
}
