/**
 * Recognition in two steps (CLAVE, Yao et al. 2024, arXiv 2407.10725): a large model finds the concepts that matter for a
 * value, a small one says what they mean for it.
 */
package dev.valuecompass.recognition.clave;
