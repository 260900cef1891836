package dev.valuecompass.io.yaml;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The trees of the texts that were parsed last: the texts of the pages alone take a tenth of a second, and a run reads them
 * several times. Nobody changes a tree. Memory that is wanted elsewhere is given back.
 */
final class KnownTrees {
    private static final int MOST = 64;
    /** Characters; what ships has a hundred thousand at most. */
    private static final int LONGEST = 250_000;

    private final Map<String, SoftReference<Node>> trees = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Node>> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Node> of(String text) {
        return Optional.ofNullable(trees.get(text)).map(SoftReference::get);
    }

    synchronized void keep(String text, Node tree) {
        if (text.length() <= LONGEST) {
            trees.put(text, new SoftReference<>(tree));
        }
    }
}
