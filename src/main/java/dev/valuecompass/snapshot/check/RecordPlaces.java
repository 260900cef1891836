package dev.valuecompass.snapshot.check;

/** Where in the files of a period something stands, so that a mistake in it can be shown with its line. */
@FunctionalInterface
public interface RecordPlaces {
    /** For a period that is not in files yet. */
    RecordPlaces NOWHERE = (file, pointer) -> 0;

    /**
     * @param file relative to the period's folder
     * @param pointer JSON pointer into the file; into a file of JSON lines it starts with the index of the value
     * @return the line, from 1; 0 when there is none
     */
    int line(String file, String pointer);
}
