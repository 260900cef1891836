/** Asks a model for items of a wanted discriminative power, refuses what will not have it, and exports what it learns from. */
package dev.valuecompass.items.generator;
