/** The steps of the sentence model, written anew around the weights that were published. */
package dev.valuecompass.embedding.graph;
