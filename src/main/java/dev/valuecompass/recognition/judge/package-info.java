/** Recognisers that ask a model: one question for each piece of text and value. */
package dev.valuecompass.recognition.judge;
