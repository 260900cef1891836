/** The first files of a leaderboard of one's own. */
package dev.valuecompass.pipeline.scaffold;
