package dev.valuecompass.cli;

/** Temporary entry. */
public final class Compass {
    private Compass() {}

    public static void main(String[] args) {}
}
