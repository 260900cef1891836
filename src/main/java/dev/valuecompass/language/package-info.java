/** What the pages say, in each language: one file a language, read from the data folder and held against the English one. */
package dev.valuecompass.language;
