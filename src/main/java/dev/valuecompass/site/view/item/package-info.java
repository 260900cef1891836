/** What the templates of questions and their sets see. */
package dev.valuecompass.site.view.item;
