package dev.valuecompass.scores;

/** How ratings are computed where it is not the closed form. */
public enum RatingMethod {
    /** The factor graph of the library JSkills: the same figures to about 1e-9, a hundred times slower. */
    JSKILLS
}
