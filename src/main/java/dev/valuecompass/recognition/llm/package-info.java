/**
 * Recognisers that ask a model: the judge with closed questions, and CLAVE (Yao et al. 2024, arXiv 2407.10725) with concepts
 * from a large model and marks from a small one.
 */
package dev.valuecompass.recognition.llm;
