/** From the labels of a run to the record of a period: counts, scores, intervals and a sample of cases. */
package dev.valuecompass.snapshot.freeze;
