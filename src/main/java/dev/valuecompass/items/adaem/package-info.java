/**
 * Questions that evolve until the answers of a panel differ most: AdAEM (Duan et al. 2025, arXiv 2505.13531). Topics are
 * the arms of a bandit; {@link dev.valuecompass.items.adaem.Adaem} tells the story.
 */
package dev.valuecompass.items.adaem;
