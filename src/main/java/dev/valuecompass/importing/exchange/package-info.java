/** What other programs of evaluation write and read: answers collected by them, and Every Eval Ever both ways. */
package dev.valuecompass.importing.exchange;
