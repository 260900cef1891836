package dev.valuecompass.pipeline.shards;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which stores are merged, and how.
 *
 * @param places folders with the store of a shard, folders of such folders, or stores
 * @param prefer the place of the store whose answers stand where stores answer a call differently; empty when that is a
 *     mistake
 * @param leaveOut whether rows that do not belong into their store are left out; otherwise they are a mistake
 */
public record MergeRules(List<Path> places, Optional<Path> prefer, boolean leaveOut) {}
