/** The questions of a period. */
package dev.valuecompass.site.item;
