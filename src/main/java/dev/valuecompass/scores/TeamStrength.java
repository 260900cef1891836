package dev.valuecompass.scores;

/** How the skills of the models on one side of an item add up. */
public enum TeamStrength {
    /** The sum of the skills, as in TrueSkill (Herbrich et al. 2007): the larger side is the favourite. */
    SUM,
    /** Each model plays with weight one over the size of its side: the sides are compared by their means. */
    MEAN
}
