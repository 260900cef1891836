/**
 * {@link dev.valuecompass.items.Item}, the topic pools, and the generators that make new items from what models
 * answered.
 */
package dev.valuecompass.items;
