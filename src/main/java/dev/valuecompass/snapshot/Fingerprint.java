package dev.valuecompass.snapshot;

/**
 * Digests of what a figure depends on. Two periods compare where their fingerprints agree.
 *
 * @param items SHA-256 over the items
 * @param recognizer version of the recogniser
 * @param prompts SHA-256 over the prompt templates
 * @param sampling SHA-256 over the sampling parameters
 * @param scale what the numbers mean, such as {@code conformity-percent}
 */
public record Fingerprint(String items, String recognizer, String prompts, String sampling, String scale) {}
