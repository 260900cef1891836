package dev.valuecompass.config;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import dev.valuecompass.io.EndsTheRun;
import java.util.List;

/** Mistakes in the configuration: the program ends with exit code 2 and prints the list. */
public final class ConfigException extends DataException implements EndsTheRun {
    private static final long serialVersionUID = 1;

    public ConfigException(List<Defect> defects) {
        super(defects);
    }
}
