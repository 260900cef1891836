/** Lets a model write texts, and reads what it wrote as what it is: hostile text. */
package dev.valuecompass.items.writing;
