/** One model, all models, and the answers that were published. */
package dev.valuecompass.site.model;
