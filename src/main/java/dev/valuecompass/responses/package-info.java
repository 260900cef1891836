/** Asks every model every item and records an answer or a failure as it arrives. */
package dev.valuecompass.responses;
