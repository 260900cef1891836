/**
 * Claims as queries: each finding about a period is computed, with its statistic, its number of cases and its method, and
 * says whether the claim held, did not hold, or cannot be told. A leaderboard adds one of its own as a class in
 * {@code claim} and a line in {@link dev.valuecompass.findings.Findings}.
 */
package dev.valuecompass.findings;
