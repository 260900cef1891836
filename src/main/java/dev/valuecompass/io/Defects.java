package dev.valuecompass.io;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The mistakes found so far, so that a reader goes on after the first one and reports them together. Not safe for use
 * by several threads.
 */
public final class Defects {
    private final Set<Defect> found = new LinkedHashSet<>();
    private final Set<Defect> doubts = new LinkedHashSet<>();

    public void add(Place place, String what, String fix) {
        add(new Defect(place.file(), place.line(), what, fix));
    }

    /** The same mistake at the same place is kept once. */
    public void add(Defect defect) {
        found.add(defect);
    }

    /** What may be meant as it is, and most likely is not: it refuses nothing. */
    public void warn(Place place, String what, String fix) {
        doubts.add(new Defect(place.file(), place.line(), what, fix));
    }

    /** What was warned of, in the same order as {@link #list}. */
    public List<Defect> warnings() {
        return inOrder(doubts);
    }

    public void addAll(List<Defect> defects) {
        defects.forEach(this::add);
    }

    /** How many were found wrong. */
    public int size() {
        return found.size();
    }

    /** Whether nothing was found wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** File by file in the order of reading, inside a file by line. */
    public List<Defect> list() {
        return inOrder(found);
    }

    private static List<Defect> inOrder(Set<Defect> found) {
        List<String> files = found.stream().map(Defect::file).distinct().toList();
        return found.stream()
                .sorted((a, b) -> a.file().equals(b.file())
                        ? Integer.compare(a.line(), b.line())
                        : Integer.compare(files.indexOf(a.file()), files.indexOf(b.file())))
                .toList();
    }

    /** Throws {@code kind} with the whole list when there is anything in it. */
    public void refuse(Function<List<Defect>, ? extends DataException> kind) {
        if (!found.isEmpty()) {
            throw kind.apply(list());
        }
    }
}
