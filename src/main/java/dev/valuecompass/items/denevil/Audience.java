package dev.valuecompass.items.denevil;

import java.util.List;

/** Lets models continue openings and reads the continuations. Safe for use by many threads. */
public interface Audience {
    /**
     * @param models ids of examinees
     * @param dimension id of the foundation that the opening tempts to violate
     * @return in the order of {@code models}; who gave no continuation that could be read is missing
     */
    List<Reaction> hear(List<String> models, String dimension, String opening);
}
