/** What programs read first: the feed, the list of pages, and the texts for crawlers and language models. */
package dev.valuecompass.site.feed;
