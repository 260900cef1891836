/** What programs and downloaders get: the files of a period, how to cite them, feeds, and metadata in the forms that hubs read. */
package dev.valuecompass.site.data;
