package dev.valuecompass.pipeline.shards;

import dev.valuecompass.llm.store.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a store remembers of the parts that were worked on in it, beside what its answers are answers to. */
final class ShardState {
    static final String PREFIX = "shard ";
    private static final String BEGUN = "not finished";
    private static final String FINISHED = "finished";
    private static final int SHOWN = 100;

    private ShardState() {}

    static void begin(RunStore store, Shard shard) {
        store.rememberExperiment(new TreeMap<>(Map.of(PREFIX + shard, BEGUN)));
    }

    static void finish(RunStore store, Shard shard) {
        store.rememberExperiment(new TreeMap<>(Map.of(PREFIX + shard, FINISHED)));
    }

    /** Takes over what another store remembers; a part that was finished anywhere is finished. */
    static void adopt(RunStore store, Map<String, String> other) {
        SortedMap<String, String> news = new TreeMap<>();
        Map<String, String> here = store.experiment();
        other.forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || !FINISHED.equals(here.get(name))) {
                news.put(name, value);
            }
        });
        store.rememberExperiment(news);
    }

    /** The parts that were worked on in a store, as it says itself; none when the evaluation was not divided. */
    static List<Shard> shards(Map<String, String> facts) {
        return facts.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .flatMap(name -> Shard.parse(name.substring(PREFIX.length())).stream())
                .toList();
    }

    /** The parts that ought to be there and are not, or were left before their end; as people name them, in order, the first of many. */
    static List<String> lacking(SortedMap<String, String> known) {
        TreeSet<Integer> divisions = new TreeSet<>();
        shards(known).forEach(shard -> divisions.add(shard.of()));
        List<String> lacking = new ArrayList<>();
        for (int of : divisions) {
            for (int number = 1; number <= of && lacking.size() < SHOWN; number++) {
                String state = known.get(PREFIX + new Shard(number, of));
                if (!FINISHED.equals(state)) {
                    lacking.add(number + "/" + of + (state == null ? " is not among them" : " was not finished"));
                }
            }
        }
        return lacking;
    }
}
