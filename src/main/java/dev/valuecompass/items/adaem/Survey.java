package dev.valuecompass.items.adaem;

import java.util.List;
import java.util.Set;

/** Puts questions to models and reads the answers for values. Safe for use by many threads. */
public interface Survey {
    /**
     * @param models ids of examinees
     * @param sample number of the repetition, from 0
     * @return their answers in the order of {@code models}; who gave none is missing
     */
    List<PanelAnswer> ask(List<String> models, String question, int sample);

    /** Ids of the dimensions that the question shows by itself. */
    Set<String> values(String question);
}
