/** What must hold of a period before it is frozen and whenever it is read: every mistake with its place, nothing repaired. */
package dev.valuecompass.snapshot.check;
