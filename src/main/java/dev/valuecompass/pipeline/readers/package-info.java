/** Recognisers held against labelled answers, and against each other. */
package dev.valuecompass.pipeline.readers;
