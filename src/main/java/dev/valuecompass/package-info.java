/**
 * A leaderboard of the values that language models show. Data flows through these packages in this order, and imports point
 * back along it:
 *
 * <ol>
 *   <li>{@code value}: value systems, cultures and weights, read from data files;
 *   <li>{@code config}: {@code leaderboard.yml} as records;
 *   <li>{@code items}: what the models are asked, made anew each period;
 *   <li>{@code responses}: what they answered;
 *   <li>{@code recognition}: the values that an answer shows, how strongly, and where;
 *   <li>{@code scores}: arithmetic on these labels;
 *   <li>{@code snapshot}: one period frozen as versioned JSON;
 *   <li>{@code findings}: claims about a period, each with its test;
 *   <li>{@code site}: pages and downloads.
 * </ol>
 *
 * <p>{@code importing} brings in periods of other platforms. {@code llm} and {@code embedding} are the models that stages ask,
 * {@code io} and {@code language} serve all. Stages meet in {@code pipeline} alone, and people in {@code cli}.
 *
 * <p>Start at {@code pipeline.Pipeline#run}. {@code docs/architecture.md} has a sentence for every package and who may import whom.
 */
package dev.valuecompass;
