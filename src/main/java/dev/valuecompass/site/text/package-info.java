/** Words, figures and links as pages print them, and the frame around every page; what a stranger wrote is made visible here. */
package dev.valuecompass.site.text;
