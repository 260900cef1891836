/**
 * A panel of fictional models whose values are known. It is asked like any other endpoint and sees nothing but the
 * request, so a whole evaluation runs without a key, and what it recovers can be held against the truth.
 */
package dev.valuecompass.llm.simulated;
