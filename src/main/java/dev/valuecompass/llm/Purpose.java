package dev.valuecompass.llm;

/** Why a call is made: the simulated endpoint answers by it, and plans and bills are grouped by it. */
public enum Purpose {
    OPINION,
    COMPLETION,
    REPLY,
    CHOICE,
    RATING,
    JUDGE,
    CONCEPT,
    EXPAND,
    CATEGORISE,
    QUESTION,
    EXPLORE,
    REFLECT,
    REFINE,
    VIOLATE,
    INFER,
    GENERATE,
    DOCTOR;

    /** Whether it asks a model what an answer shows. */
    public boolean judges() {
        return this == JUDGE || this == CONCEPT;
    }

    /** Whether it is a question of a second instrument, with closed answers. */
    public boolean closed() {
        return this == CHOICE || this == RATING;
    }

    /** Whether the request puts an item to a model under test. */
    public boolean examines() {
        return this == OPINION || this == COMPLETION || this == REPLY || closed();
    }
}
