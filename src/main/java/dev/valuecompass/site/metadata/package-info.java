/** What a period's data is, in the formats that search engines, dataset hubs and reference managers read. */
package dev.valuecompass.site.metadata;
