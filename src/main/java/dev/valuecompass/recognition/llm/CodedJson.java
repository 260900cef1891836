package dev.valuecompass.recognition.llm;

import dev.valuecompass.io.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Finds in a model's reply the JSON objects that carry the question's code, wherever they stand. JSON that the answer under
 * examination brought along cannot carry it.
 */
final class CodedJson {
    /** Characters read in the search, as a multiple of the reply's: enough for any that is not built to take long. */
    private static final int EFFORT = 4;

    private static final int LEAST_EFFORT = 1_000_000;
    private static final int MOST_STARTS = 1_000;

    private CodedJson() {}

    /**
     * What is read in the objects around each place of the code, in the order of the reply. Of several objects around one
     * place the innermost one counts in which something can be read.
     *
     * @param read empty for an object in which nothing was found
     */
    static <T> List<T> all(String reply, String code, Function<JsonNode, Optional<T>> read) {
        List<T> found = new ArrayList<>();
        String quoted = "\"" + code + "\"";
        char[] text = reply.toCharArray();
        long effort = LEAST_EFFORT + (long) EFFORT * text.length;
        int behind = 0;
        for (int mark = reply.indexOf(quoted); mark >= 0; mark = reply.indexOf(quoted, Math.max(behind, mark + 1))) {
            for (int start = reply.lastIndexOf('{', mark);
                    start >= behind && effort > 0;
                    start = start == 0 ? -1 : reply.lastIndexOf('{', start - 1)) {
                Json.Embedded object = Json.embedded(text, start);
                effort -= Math.max(LEAST_EFFORT / MOST_STARTS, object.end() - start);
                if (object.tree() != null && object.end() > mark) {
                    Optional<T> one = read.apply(object.tree());
                    if (one.isPresent()) {
                        found.add(one.get());
                        behind = object.end();
                        break;
                    }
                }
            }
        }
        return found;
    }
}
