package dev.valuecompass.llm;

/** The last eight characters that were read, and where each began. */
final class MaskWindow {
    private final int[] starts = new int[KeyPieces.LENGTH];
    private long piece;
    private int read;

    /** Takes one more character; false until there are eight. */
    boolean push(int code, int from) {
        piece = KeyPieces.pushed(piece, code);
        starts[read % KeyPieces.LENGTH] = from;
        read++;
        return read >= KeyPieces.LENGTH;
    }

    long piece() {
        return piece;
    }

    /** Where the first of the eight begins. */
    int from() {
        return starts[read % KeyPieces.LENGTH];
    }
}
