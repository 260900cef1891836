package dev.valuecompass.items.adaem;

import java.util.List;

/** Decides which arm is pulled next. Used by one thread. */
public interface ArmChoice {
    /** Arms, from 0, whose pulls can be made at the same time without changing any later decision; never empty. */
    List<Integer> next();

    /** Learns what a pull of an arm gave. */
    void update(int arm, double reward);
}
