/** Whether the numbers can be believed: simulated models of known values through the whole line, and recognisers on labels. */
package dev.valuecompass.pipeline.validation;
