/** Texts that a reader takes for one another: names that look alike, spellings of one sentence, marks piled upon letters. */
package dev.valuecompass.io.text;
