package dev.valuecompass.io;

import java.nio.file.Path;

/**
 * One mistake in a file a person or another program wrote.
 *
 * @param file the file, as the user would name it
 * @param line the line, counted from 1; 0 when the file as a whole is meant
 * @param what what is wrong, with the value that is wrong
 * @param fix what to do about it
 */
public record Defect(String file, int line, String what, String fix) {
    /** Of a file as a whole. */
    public Defect(String file, String what, String fix) {
        this(file, 0, what, fix);
    }

    /** The same. */
    public Defect(Path file, String what, String fix) {
        this(file.toString(), what, fix);
    }

    /**
     * {@code file:line: what; fix}, the one form in which mistakes are printed. It is one line, so that no name and no
     * value can look like a mistake of its own.
     */
    @Override
    public String toString() {
        String all = file + (line > 0 ? ":" + line : "") + ": " + what + (fix.isBlank() ? "" : "; " + fix);
        return all.replaceAll("\\R", "\u240a");
    }
}
