/** Sentences to vectors, on this machine, from a model that ships inside a jar. */
package dev.valuecompass.embedding;
