/**
 * Refuses texts that must not be asked or published: {@link dev.valuecompass.items.screening.Screen} reads what a model or
 * a data set proposes as an item. It knows what such texts look like and not what they mean, so a person's review
 * ({@code review: required}) stands behind it.
 */
package dev.valuecompass.items.screening;
