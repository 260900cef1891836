/** The only place where stages meet: order, rounds, resume. */
package dev.valuecompass.pipeline;
