/** Arguments in, exit code out; the only user of standard streams, exit and the environment. */
package dev.valuecompass.cli;
