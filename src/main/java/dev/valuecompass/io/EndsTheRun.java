package dev.valuecompass.io;

/** Marks a failure that ends all work, whatever call or text was under way when it came: it is not theirs. */
public interface EndsTheRun {}
