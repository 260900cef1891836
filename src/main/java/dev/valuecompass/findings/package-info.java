/** Claims as queries: each finding is computed from snapshots with its test statistic and says held or not held. */
package dev.valuecompass.findings;
