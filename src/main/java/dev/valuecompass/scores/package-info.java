/**
 * Pure arithmetic on labels: conformity, TrueSkill, ranks, and, for descriptive systems, of which more is not better, profiles,
 * alignment and culture fit. No files, clock or network.
 */
package dev.valuecompass.scores;
