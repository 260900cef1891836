/** What a period offers for download, and how to cite it. */
package dev.valuecompass.site.download;
