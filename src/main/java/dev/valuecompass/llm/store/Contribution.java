package dev.valuecompass.llm.store;

import java.nio.file.Path;

/**
 * A store that is added to another one.
 *
 * @param file of the store
 * @param admission which of its rows may enter
 */
public record Contribution(Path file, Admission admission) {
    /**
     * What came of it.
     *
     * @param added calls that the other store had not
     * @param known calls that both had
     * @param damaged rows that could not be read and were left out
     * @param leftOut rows that were not admitted
     * @param settled calls that stores answer differently, of which the answer of the store that was named stands
     */
    public record Added(long added, long known, long damaged, long leftOut, long settled) {}
}
