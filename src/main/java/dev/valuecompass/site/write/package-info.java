/** The folder that a site is written to: templates rendered, assets copied, only what changed touched. */
package dev.valuecompass.site.write;
