/**
 * {@link dev.valuecompass.items.Item}, the topic pools, and the generators that produce the next round of items from
 * {@code Feedback}.
 */
package dev.valuecompass.items;
