package dev.valuecompass.config;

import dev.valuecompass.io.ByName;

/**
 * How the items of a system evolve. The names in parentheses are those of AdAEM (Duan et al. 2025, arXiv 2505.13531),
 * whose values are the defaults; DENEVIL (Duan et al. 2024, arXiv 2310.11053) uses budget, topics, gain, depth and
 * sampling.
 *
 * @param budget pulls of an arm, or starting prompts to evolve, in all (B)
 * @param topics starting items, balanced over categories (N₁); 0 for the whole pool
 * @param explore new questions in a pull (N_explore)
 * @param shots examples shown to the explorer (N_shot)
 * @param similarity a question whose mean similarity to the nearest ones is above this is dropped (ε)
 * @param nearest how many near questions that mean is taken over (top-k)
 * @param gain refinement goes on while the stand-ins of the reward, or the entropy, grow by more than this (τ)
 * @param depth refinements of one question at most
 * @param beta weight of disentanglement (β); half of it is used
 * @param opinions key points asked of each model (k)
 * @param temperature of every call, unless the endpoint's profile forbids it
 * @param topP the same
 * @param mostPerTopic questions of one topic in the finished set at most
 */
@ByName
public record Evolution(
        int budget,
        int topics,
        int explore,
        int shots,
        double similarity,
        int nearest,
        double gain,
        int depth,
        double beta,
        int opinions,
        double temperature,
        double topP,
        int mostPerTopic) {}
