/** What is wrong in a publication: one rule a kind of mistake, and the fixes that were decided on. */
package dev.valuecompass.importing.inspection;
