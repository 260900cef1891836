/** What is wrong before a run begins: in the data folder, and at each configured endpoint. */
package dev.valuecompass.pipeline.diagnosis;
