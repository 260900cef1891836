/** Models beside countries, one survey at a time. */
package dev.valuecompass.site.culture;
