/** The methodology pages, and the cards and plots of the recognisers on them. */
package dev.valuecompass.site.methodology;
