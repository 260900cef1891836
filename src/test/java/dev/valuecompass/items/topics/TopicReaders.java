package dev.valuecompass.items.topics;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class TopicReaders {
    private TopicReaders() {}

    public static List<Reader> all() {
        return List.of(
                new Reader("a yes/no question", text -> TopicWriting.isQuestion("Should " + text)),
                new Reader("runs of characters", NearDuplicates::runs));
    }
}
