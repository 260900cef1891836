package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenRoundingTest {
    /** Two inputs, two outputs: of (a, b) they are (a + 3b) / 2 and (2a - 4b) / 4. */
    private static final Matrix WEIGHTS = new Matrix(2, 2, new byte[] {1, 2, 3, -4}, new float[] {0.5f, 0.25f});

    /**
     * 100 and -50 are rounded to steps of 100/127, so a result is off by at most half of that times the weights (2 and 1.5);
     * 3 and 2 to steps of 3/127, though they stand below the others.
     */
    @Test
    void eachRowIsRoundedByItself() throws Exception {
        float[][] results = around(new long[][] {{100, -50}, {3, 2}});
        double coarse = 100.0 / 127 / 2;
        double fine = 3.0 / 127 / 2;
        assertThat((double) results[0][0]).isCloseTo(-25, within(2 * coarse));
        assertThat((double) results[0][1]).isCloseTo(100, within(1.5 * coarse));
        assertThat((double) results[1][0]).isCloseTo(4.5, within(2 * fine));
        assertThat((double) results[1][1]).isCloseTo(-0.5, within(1.5 * fine));
    }

    @Test
    void aRowIsTheSameWhateverStandsBesideIt() throws Exception {
        assertThat(around(new long[][] {{3, 2}})[0]).isEqualTo(around(new long[][] {{9_000, 1}, {3, 2}})[1]);
    }

    @Test
    void aRowOfNothingStaysNothing() throws Exception {
        assertThat(around(new long[][] {{0, 0}, {1, 1}})[0]).containsExactly(new float[] {0, 0}, within(0f));
    }

    /** GELU gives no less than -0.17: of a row up to 3 the steps are 3/223, of one that is hardly above 0 they are 0.17/32. */
    @Test
    void whatGeluGivesIsRoundedMoreFinely() throws Exception {
        GraphWriter graph = GraphRun.graph();
        TokenRounding rounding = rounding(graph);
        graph.number("hundredth", 0.01f);
        graph.step("Mul", List.of(GraphRun.ROWS, "hundredth"), "bent");
        String out = rounding.linear(rounding.aboveGelu("bent"), WEIGHTS, "out");
        float[][] results = run(graph, out, new long[][] {{300, -16}, {1, -16}});
        assertThat((double) results[0][0]).isCloseTo(1.26, within(3.0 / 223));
        assertThat((double) results[0][1]).isCloseTo(1.66, within(1.5 * 3 / 223 / 2));
        assertThat((double) results[1][0]).isCloseTo(-0.235, within(0.17 / 32));
    }

    /**
     * Numbers and weights at the ends of their ranges: two products of numbers without a sign and weights with one reach 64,770,
     * and 16 bits hold 32,767.
     */
    @Test
    void productsAreExactAtTheEndsOfTheRanges() throws Exception {
        int rows = 384;
        byte[] values = new byte[rows * 2];
        long[] input = new long[rows];
        long[] expected = new long[2];
        for (int i = 0; i < rows; i++) {
            input[i] = (i % 3 == 0 ? -127L : 127L) * (long) GraphRun.UNIT;
            values[2 * i] = (byte) (i % 3 == 0 ? -128 : 127);
            values[2 * i + 1] = (byte) (i % 5 == 0 ? 127 : -128);
            expected[0] += (i % 3 == 0 ? -127 : 127) * values[2 * i];
            expected[1] += (i % 3 == 0 ? -127 : 127) * values[2 * i + 1];
        }
        GraphWriter graph = GraphRun.graph();
        TokenRounding rounding = rounding(graph);
        Matrix weights = new Matrix(rows, 2, values, new float[] {1, 1});
        String out = rounding.linear(rounding.around(GraphRun.ROWS), weights, "out");
        float[] result = GraphRun.run(graph, out, new long[][] {input})[0];
        assertThat(result).containsExactly(expected[0], expected[1]);
    }

    private static float[][] around(long[][] rows) throws Exception {
        GraphWriter graph = GraphRun.graph();
        TokenRounding rounding = rounding(graph);
        return run(graph, rounding.linear(rounding.around(GraphRun.ROWS), WEIGHTS, "out"), rows);
    }

    private static TokenRounding rounding(GraphWriter graph) {
        TokenRounding rounding = new TokenRounding(graph);
        graph.step("Shape", List.of("in"), "shape");
        rounding.rowsOf(graph.step("Gather", List.of("shape", "first"), "height"));
        return rounding;
    }

    private static float[][] run(GraphWriter graph, String output, long[][] rows) throws Exception {
        long[][] units = Arrays.stream(rows)
                .map(row ->
                        Arrays.stream(row).map(x -> x * (long) GraphRun.UNIT).toArray())
                .toArray(long[][]::new);
        return GraphRun.run(graph, output, units);
    }
}
