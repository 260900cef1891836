/**
 * The theory: value systems, dimensions, higher-order groups, cultures and weight profiles, all read from data files,
 * so that a leaderboard adds its own without Java.
 */
package dev.valuecompass.value;
