package dev.valuecompass.importing;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class SourceReaders {
    private SourceReaders() {}

    public static List<Reader> all() {
        return List.of(new Reader("a downloaded name", SpacesRule::trimmed));
    }
}
