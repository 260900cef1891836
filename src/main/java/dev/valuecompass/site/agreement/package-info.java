/** How far recognisers agree with labels and with each other: the cards of a period's recognisers, in words, tables and drawings. */
package dev.valuecompass.site.agreement;
