/** Takes an answer apart, leaves out what only asks for a label, and says what each part looks like from each value. */
package dev.valuecompass.recognition.embedded.features;
