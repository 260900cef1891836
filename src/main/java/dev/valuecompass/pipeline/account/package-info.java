/** What became of a run, model by model: outcomes, attempts, tokens, money, and what a reader must know of it. */
package dev.valuecompass.pipeline.account;
