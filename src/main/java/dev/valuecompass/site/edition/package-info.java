/** One period as its pages need it: where each page lies, and every figure, mean, interval and rank by its place. */
package dev.valuecompass.site.edition;
