/** What a run would take, reckoned before anything is sent. */
package dev.valuecompass.pipeline.plan;
