/** Words, figures and links as pages print them; what a stranger wrote is made visible here. */
package dev.valuecompass.site.text;
