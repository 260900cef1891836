package dev.valuecompass.items;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class WordReaders {
    private WordReaders() {}

    public static List<Reader> all() {
        return List.of(new Reader("words", NgramTokens::of));
    }
}
