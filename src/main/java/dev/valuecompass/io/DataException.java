package dev.valuecompass.io;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Bad data, with every place and remedy that is known: the program ends with exit code 1 and prints the list. */
public class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Defect> defects;

    /** @param defects one or more */
    public DataException(List<Defect> defects) {
        super(defects.stream().map(Defect::toString).collect(Collectors.joining("\n")));
        this.defects = List.copyOf(defects);
    }

    /** About a file as a whole. */
    public DataException(String file, String what, String fix) {
        this(List.of(new Defect(file, what, fix)));
    }

    /** The same. */
    public DataException(Path file, String what, String fix) {
        this(List.of(new Defect(file, what, fix)));
    }

    /** @param line from 1 */
    public DataException(String file, int line, String what, String fix) {
        this(List.of(new Defect(file, line, what, fix)));
    }

    /** Throws all of these, where there are any. */
    public static void refuse(List<Defect> defects) {
        if (!defects.isEmpty()) {
            throw new DataException(defects);
        }
    }

    public DataException(Defect defect, Throwable cause) {
        this(List.of(defect));
        initCause(cause);
    }

    /** One or more, in the order of their discovery. */
    public List<Defect> defects() {
        return defects;
    }
}
