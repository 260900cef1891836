/** The leaderboard of a value system: its table, its sentences, its rose and the weights to choose from. */
package dev.valuecompass.site.board;
