/** Texts that a reader takes for one another: names that look alike, spellings of one sentence, marks piled upon letters; and many expressions looked for at once. */
package dev.valuecompass.io.text;
