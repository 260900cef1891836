/** What every page shares: head, masthead, colophon, links and facts. */
package dev.valuecompass.site.frame;
