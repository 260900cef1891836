/** The claims, one small class each. */
package dev.valuecompass.findings.claim;
