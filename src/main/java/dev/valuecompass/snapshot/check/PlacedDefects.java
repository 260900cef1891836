package dev.valuecompass.snapshot.check;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one period. */
public final class PlacedDefects {
    private final String folder;
    private final RecordPlaces places;
    private final List<Defect> found = new ArrayList<>();

    /** @param folder of the period as the user would name it; empty when it has none yet */
    public PlacedDefects(String folder, RecordPlaces places) {
        this.folder = folder;
        this.places = places;
    }

    /** @param pointer JSON pointer into the file, from which its line is found */
    public void add(String file, String pointer, String what, String fix) {
        found.add(new Defect(name(file), places.line(file, pointer), what, fix));
    }

    public void addAll(DataException mistakes) {
        found.addAll(mistakes.defects());
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Defect> list() {
        return List.copyOf(found);
    }

    private String name(String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
