/** The door: periods in, pages out. Needs no key, network or configuration. */
package dev.valuecompass.site;
