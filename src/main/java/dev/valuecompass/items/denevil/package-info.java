/**
 * Openings of stories that tempt more and more to violate a moral foundation: DENEVIL (Duan et al. 2024, arXiv 2310.11053),
 * a variational expectation–maximisation over prompts. {@link dev.valuecompass.items.denevil.Denevil} tells the story.
 */
package dev.valuecompass.items.denevil;
