/** Pure arithmetic on labels: conformity, TrueSkill, ranks, alignment, culture fit. No files, clock or network. */
package dev.valuecompass.scores;
