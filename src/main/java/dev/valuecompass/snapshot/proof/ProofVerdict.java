package dev.valuecompass.snapshot.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was found out about a period so far: what was held against what, what does not hold, what cannot be proven. */
public final class ProofVerdict {
    private final List<Wrong> wrongs = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private int held;

    /**
     * Something that does not hold.
     *
     * @param file of the period
     */
    public record Wrong(String file, String what) {}

    /** Holds a published value against what it must be. */
    void equal(String file, String what, Object published, Object recomputed) {
        holds(
                file,
                Objects.equals(published, recomputed),
                what + " is " + published + ", the labels give " + recomputed);
    }

    /** Counts a value that was held against another. @param otherwise what is wrong when it does not hold */
    void holds(String file, boolean holds, String otherwise) {
        held++;
        if (!holds) {
            wrong(file, otherwise);
        }
    }

    void wrong(String file, String what) {
        wrongs.add(new Wrong(file, what));
    }

    /** Names what this period cannot prove, and why. */
    void open(String what) {
        open.add(what);
    }

    /** How many published values were recomputed or held against others. */
    public int held() {
        return held;
    }

    public List<Wrong> wrongs() {
        return List.copyOf(wrongs);
    }

    /** What cannot be proven, beyond what no period can prove. */
    public List<String> open() {
        return List.copyOf(open);
    }
}
