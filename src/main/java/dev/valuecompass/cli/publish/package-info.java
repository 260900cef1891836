/** Commands about what is published: rendering it, checking it, serving it and importing it. */
package dev.valuecompass.cli.publish;
