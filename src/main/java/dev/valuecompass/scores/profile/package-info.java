/**
 * Profiles of descriptive systems, of which more is not better: likeness to a target, what a model puts above or below its
 * own mean, and whether the values hang together as the theory says.
 */
package dev.valuecompass.scores.profile;
