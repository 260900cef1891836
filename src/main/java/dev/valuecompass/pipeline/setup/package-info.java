/** What stands before a run: its settings, its recogniser, the checks of a data folder and of the models, the first files. */
package dev.valuecompass.pipeline.setup;
