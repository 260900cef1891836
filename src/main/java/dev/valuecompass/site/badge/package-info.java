/** Badges: where a model stands, as a small picture for its own page elsewhere. */
package dev.valuecompass.site.badge;
