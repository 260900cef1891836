/** Snapshots to pages: view models, templates, assets, downloads. Needs no key, network or configuration. */
package dev.valuecompass.site;
