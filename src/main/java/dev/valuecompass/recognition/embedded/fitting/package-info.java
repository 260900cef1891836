/** Fits what the embedded recogniser weighs: the minimum of a smooth function, and logistic regression with shared blocks. */
package dev.valuecompass.recognition.embedded.fitting;
