package dev.valuecompass.importing;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.Defect;
import java.util.List;

/** Defects of a publication for which fixes can be suggested, reviewed and given. */
public final class UnmendedException extends DataException {
    private static final long serialVersionUID = 1;

    public UnmendedException(List<Defect> defects) {
        super(defects);
    }
}
