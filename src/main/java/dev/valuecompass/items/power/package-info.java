/** Learns from measured items how well a new one will tell models apart, and says how wrong it is. */
package dev.valuecompass.items.power;
