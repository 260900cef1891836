package dev.valuecompass.snapshot;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one period. */
final class PlacedDefects {
    private final String folder;
    private final Places places;
    private final List<Defect> found = new ArrayList<>();

    /** @param folder of the period as the user would name it; empty when it has none yet */
    PlacedDefects(String folder, Places places) {
        this.folder = folder;
        this.places = places;
    }

    void add(String file, String pointer, String what, String fix) {
        found.add(new Defect(name(file), places.line(file, pointer), what, fix));
    }

    void addAll(DataException mistakes) {
        found.addAll(mistakes.defects());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Defect> list() {
        return List.copyOf(found);
    }

    private String name(String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
