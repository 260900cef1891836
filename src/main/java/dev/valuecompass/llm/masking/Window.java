package dev.valuecompass.llm.masking;

/** The last eight characters that were read, and where each began. */
final class Window {
    private final int[] starts = new int[Pieces.LENGTH];
    private long piece;
    private int read;

    /** Takes one more character; false until there are eight. */
    boolean push(int code, int from) {
        piece = Pieces.pushed(piece, code);
        starts[read % Pieces.LENGTH] = from;
        read++;
        return read >= Pieces.LENGTH;
    }

    long piece() {
        return piece;
    }

    /** Where the first of the eight begins. */
    int from() {
        return starts[read % Pieces.LENGTH];
    }
}
