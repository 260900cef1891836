/** What keeps a test fresh: the places and years that items speak of, the guard against repeats, and the anchors. */
package dev.valuecompass.items.freshness;
