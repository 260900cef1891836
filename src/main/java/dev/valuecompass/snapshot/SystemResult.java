package dev.valuecompass.snapshot;

import dev.valuecompass.value.ValueSystem;
import java.util.List;

/**
 * One value system in one period. The system's definition is frozen with it, so that a period can be read when the
 * program's own definitions have moved on.
 *
 * @param items how many were asked; 0 when the source does not say
 * @param scores every (model, dimension) with a figure, by model then dimension; a missing cell is a missing score
 */
public record SystemResult(ValueSystem system, int items, List<ScoreCell> scores) {}
