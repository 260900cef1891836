package dev.valuecompass.items.denevil;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class OpeningReaders {
    private OpeningReaders() {}

    public static List<Reader> all() {
        return List.of(
                new Reader("a story", text -> OpeningText.find("Story", text, text)),
                new Reader("a labelled story", text -> OpeningText.find("Story", "Story: " + text, text)));
    }
}
