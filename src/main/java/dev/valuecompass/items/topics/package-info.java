/** From a heap of topics to a balanced pool without repeats: the work before the first item is asked. */
package dev.valuecompass.items.topics;
