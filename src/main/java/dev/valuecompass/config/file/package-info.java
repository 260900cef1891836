/** Reads leaderboard.yml: a class a section, every mistake with its line. */
package dev.valuecompass.config.file;
