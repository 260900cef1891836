package dev.valuecompass.recognition.llm;

import dev.valuecompass.hostile.Reader;
import java.util.List;

/** What reads texts in this package. */
public final class ClaveReaders {
    private static final String CODE = "0123456789ab";

    private ClaveReaders() {}

    public static List<Reader> all() {
        Extraction extraction = new Extraction("", CODE, ValueNames.of(List.of(), List.of()));
        return List.of(
                new Reader("marks", new Marking("", CODE, 3)::marks),
                new Reader("concepts", reply -> extraction.read(reply, "text")),
                new Reader("concepts before the code", reply -> extraction.read(reply + "\"" + CODE + "\"}", "text")),
                new Reader(
                        "a quoted text", text -> new Quotation(text).find("x " + text.substring(text.length() / 2))));
    }
}
