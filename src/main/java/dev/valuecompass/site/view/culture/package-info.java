/** What the templates of cultures and countries see. */
package dev.valuecompass.site.view.culture;
