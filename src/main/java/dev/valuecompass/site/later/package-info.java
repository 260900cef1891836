/** What a page of a period does not know: the periods that came after it, and the list of all. */
package dev.valuecompass.site.later;
