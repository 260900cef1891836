/** What the templates of findings and changes see. */
package dev.valuecompass.site.view.finding;
