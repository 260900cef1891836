package dev.valuecompass.scores;

/** How the skills of the models on one side of an item add up. */
public enum TeamStrength {
    /** The sum of the skills, as in TrueSkill (Herbrich, Minka & Graepel 2007): the larger side is the favourite. */
    SUM,
    /** Each model plays with weight one over the size of its side: the sides are compared by their means. */
    MEAN;

    /** The weight of a player in a team of this size. */
    public double weight(int size) {
        return this == MEAN ? 1.0 / size : 1;
    }
}
