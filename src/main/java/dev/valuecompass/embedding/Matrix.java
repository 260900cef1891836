package dev.valuecompass.embedding;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Weights of a linear step in 8 bits.
 *
 * @param values row by row, a row for each input; signed
 * @param scales of each column: what a step of 1 in the values stands for
 */
record Matrix(int rows, int columns, byte[] values, float[] scales) {
    /** What stands for 0 in {@link #unsigned}. */
    static final int ZERO = 128;

    /** The values, each {@link #ZERO} higher. */
    byte[] unsigned() {
        byte[] unsigned = new byte[values.length];
        for (int i = 0; i < unsigned.length; i++) {
            unsigned[i] = (byte) (values[i] + ZERO);
        }
        return unsigned;
    }

    /** Weights whose product is {@code factor} times as large. */
    Matrix times(float factor) {
        float[] larger = scales.clone();
        for (int i = 0; i < larger.length; i++) {
            larger[i] *= factor;
        }
        return new Matrix(rows, columns, values, larger);
    }

    /** Steps that read the same input, as one step: its outputs are theirs in order. */
    static Matrix sideBySide(List<Matrix> steps) {
        int rows = steps.get(0).rows();
        int columns = steps.stream().mapToInt(Matrix::columns).sum();
        ByteBuffer values = ByteBuffer.allocate(rows * columns);
        for (int row = 0; row < rows; row++) {
            for (Matrix step : steps) {
                values.put(step.values(), row * step.columns(), step.columns());
            }
        }
        float[] scales = new float[columns];
        int at = 0;
        for (Matrix step : steps) {
            System.arraycopy(step.scales(), 0, scales, at, step.columns());
            at += step.columns();
        }
        return new Matrix(rows, columns, values.array(), scales);
    }
}
