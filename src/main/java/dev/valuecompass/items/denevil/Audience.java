package dev.valuecompass.items.denevil;

import java.util.List;

/** Puts items to models and reads what they do with them. Safe for use by many threads. */
public interface Audience {
    /**
     * @param models ids of examinees
     * @param dimension id of the value that the item is about
     * @return in the order of {@code models}; who gave no answer that could be read is missing
     */
    List<Reaction> hear(List<String> models, String dimension, String item);
}
