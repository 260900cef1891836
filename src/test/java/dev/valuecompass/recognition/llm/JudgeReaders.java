package dev.valuecompass.recognition.llm;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class JudgeReaders {
    private JudgeReaders() {}

    public static List<Reader> all() {
        JudgeQuestion question = new JudgeQuestion("", "0123456789ab");
        return List.of(new Reader("a verdict", question::verdict), new Reader("a fence", Fence::harmless));
    }
}
