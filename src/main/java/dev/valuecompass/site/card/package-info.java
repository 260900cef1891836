/** Pictures for links: cards for social previews, drawn without a display, and the icons of the site. */
package dev.valuecompass.site.card;
