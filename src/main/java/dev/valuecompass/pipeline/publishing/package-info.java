/** From frozen periods to pages, once or whenever a data file changes. */
package dev.valuecompass.pipeline.publishing;
