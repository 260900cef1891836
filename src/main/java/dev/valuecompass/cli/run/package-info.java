/** Commands that ask models, or say what asking would take. */
package dev.valuecompass.cli.run;
