/** The articles of the methodology, with the tables that measurements fill. */
package dev.valuecompass.site.text.article;
