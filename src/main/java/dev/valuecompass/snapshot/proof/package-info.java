/** What a frozen period proves about itself: each published value held against those it follows from, or named as unproven. */
package dev.valuecompass.snapshot.proof;
