package dev.valuecompass.snapshot.check;

import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.Snapshot;
import java.util.List;

/** The way in which new items were found: its lists speak of the same pulls, and their figures are possible. */
final class EvolutionChecks {
    private final Snapshot snapshot;
    private final PlacedDefects defects;

    EvolutionChecks(Snapshot snapshot, PlacedDefects defects) {
        this.snapshot = snapshot;
        this.defects = defects;
    }

    void run() {
        for (int s = 0; s < snapshot.systems().size(); s++) {
            EvolutionRecord evolution = snapshot.systems().get(s).evolution();
            if (evolution != null) {
                check(
                        "/systems/" + s + "/evolution",
                        snapshot.systems().get(s).system().id(),
                        evolution);
            }
        }
    }

    private void check(String at, String system, EvolutionRecord evolution) {
        List<Double> rewards = evolution.rewards();
        if (rewards == null || evolution.best() == null || evolution.topics() == null || evolution.top() < 1) {
            add(at, "the evolution of " + system + " is not complete", "see docs/snapshot-format.md");
            return;
        }
        if (evolution.best().size() != rewards.size() || evolution.topics().size() != rewards.size()) {
            add(
                    at,
                    "the evolution of " + system + " tells " + rewards.size() + " rewards, "
                            + evolution.best().size() + " means of the best and "
                            + evolution.topics().size() + " numbers of topics",
                    "one of each for each pull");
        }
        if (rewards.stream().anyMatch(reward -> reward == null || !(reward >= 0))) {
            add(at + "/rewards", "a reward below 0 in the evolution of " + system, "mend the figure");
        }
        if (evolution.topics().stream().anyMatch(topics -> topics == null || topics < 0 || topics > evolution.top())) {
            add(
                    at + "/topics",
                    "a number of topics in the evolution of " + system + " that the best " + evolution.top()
                            + " cannot be about",
                    "mend the figure");
        }
    }

    private void add(String pointer, String what, String fix) {
        defects.add(PeriodFiles.SNAPSHOT, pointer, what, fix);
    }
}
