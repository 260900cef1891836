/** Endpoints that need no network: the simulated panel of known values, and answers recorded elsewhere. */
package dev.valuecompass.llm.offline;
