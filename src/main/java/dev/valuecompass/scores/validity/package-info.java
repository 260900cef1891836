/** Whether the scores of a period measure anything: how reliable they are, how distinct, and what else moves them. */
package dev.valuecompass.scores.validity;
