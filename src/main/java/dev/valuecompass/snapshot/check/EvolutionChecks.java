package dev.valuecompass.snapshot.check;

import dev.valuecompass.snapshot.ArmRecord;
import dev.valuecompass.snapshot.EvolutionRecord;
import dev.valuecompass.snapshot.PeriodFiles;
import dev.valuecompass.snapshot.RewardCheck;
import dev.valuecompass.snapshot.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The way in which new items were found: its lists speak of the same pulls, and their figures are possible. */
final class EvolutionChecks {
    /** What comes of figures of six decimals. */
    private static final double ROUNDED = 1e-5;

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
        if (evolution.arms() != null) {
            arms(at + "/arms", system, evolution.arms());
        }
        if (evolution.check() != null) {
            reward(at + "/check", system, evolution.check());
        }
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

    private void reward(String at, String system, RewardCheck check) {
        if (check.corrected() == null) {
            return;
        }
        double expected = check.correlation() == null || check.reliability() == null
                ? Double.NaN
                : Math.max(-1, Math.min(1, check.correlation() / Math.sqrt(check.reliability())));
        if (!(Math.abs(check.corrected() - expected) <= ROUNDED)) {
            add(
                    at + "/corrected",
                    "the corrected correlation of " + system + " is " + check.corrected()
                            + ", which does not follow from correlation and reliability",
                    "divide the correlation by the root of the reliability");
        }
    }

    /** A search that goes on with what cannot be would go wrong in every later period. */
    private void arms(String at, String system, List<ArmRecord> arms) {
        Set<String> topics = new HashSet<>();
        for (ArmRecord arm : arms) {
            if (!topics.add(arm.topic())) {
                add(at, "two arms of " + system + " for " + arm.topic(), "one for each starting item");
            }
            if (arm.pulls() < 1 || !(arm.mean() >= 0)) {
                add(at, "an impossible arm of " + system + ", " + arm.topic(), "mend the figure");
            }
        }
    }

    private void add(String pointer, String what, String fix) {
        defects.add(PeriodFiles.SNAPSHOT, pointer, what, fix);
    }
}
