/** How good a recogniser is: labelled answers, agreement with them, and the report that its card and the command line show. */
package dev.valuecompass.recognition.quality;
