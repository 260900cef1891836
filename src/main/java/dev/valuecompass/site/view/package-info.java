/**
 * What templates see: finished texts, figures and links. Every text that a model or a stranger wrote has been made
 * visible before it comes here; templates escape it.
 */
package dev.valuecompass.site.view;
