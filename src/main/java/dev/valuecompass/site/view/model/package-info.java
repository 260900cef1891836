/** What the templates of models, values and comparisons see. */
package dev.valuecompass.site.view.model;
