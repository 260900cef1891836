/** What the templates of downloads see. */
package dev.valuecompass.site.view.download;
