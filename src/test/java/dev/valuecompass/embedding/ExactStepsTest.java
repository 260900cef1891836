package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps whose results are computed again here, in the order in which they are written. */
class ExactStepsTest {
    private static final int WIDTH = 384;

    /** 2^-13 lies in the middle between two numbers of the grid and goes to the even one, as 3 · 2^-13 does. */
    @Test
    void theGridRoundsToTheNearestAndTiesToEven() throws Exception {
        GraphWriter graph = GraphRun.graph();
        graph.number("eighth", 0.125f);
        graph.step("Mul", List.of(GraphRun.ROWS, "eighth"), "finer");
        String out = new Grid(graph).sum("finer", new float[] {0, 2.00001f}, "out");
        float[][] results = GraphRun.run(graph, out, new long[][] {{4, 0}, {12, 8}, {-13, 11}});
        float step = 1 / 4_096f;
        assertThat(results[0]).containsExactly(0, 2);
        assertThat(results[1]).containsExactly(2 * step, 2 + step);
        assertThat(results[2]).containsExactly(-2 * step, 2 + step);
    }

    @Test
    void sumsOfANormalisationAreExact() throws Exception {
        long[][] rows = random(4, WIDTH, 300 * 4_096);
        GraphWriter graph = GraphRun.graph();
        Normalisation normalisation = new Normalisation(graph, new Grid(graph), WIDTH);
        float[] weights = new float[WIDTH];
        float[] biases = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            weights[i] = 1 + i / 1_000f;
            biases[i] = i / 300f - 1;
        }
        String out = normalisation.of(
                GraphRun.ROWS, graph.floats("weights", weights), graph.floats("biases", biases), "out");
        float[][] results = GraphRun.run(graph, out, rows);
        for (int r = 0; r < rows.length; r++) {
            assertThat(results[r]).isEqualTo(normalised(rows[r], weights, biases));
        }
    }

    /** In whole numbers, which lose nothing. */
    private static float[] normalised(long[] row, float[] weights, float[] biases) {
        long sum = 0;
        long squares = 0;
        for (long value : row) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / 4_096.0 * (1.0 / WIDTH);
        double variance = squares / 4_096.0 / 4_096.0 * (1.0 / WIDTH) - mean * mean;
        float deviation = (float) Math.sqrt(variance + 1e-12);
        float[] results = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            float centred = row[i] / 4_096f - (float) mean;
            results[i] = centred / deviation * weights[i] + biases[i];
        }
        return results;
    }

    @Test
    void geluIsTheOneOfItsFormula() throws Exception {
        GraphWriter graph = GraphRun.graph();
        Gelu gelu = new Gelu(graph);
        graph.number("places", 512);
        graph.step("Mul", List.of(GraphRun.ROWS, "places"), "product");
        String out = gelu.bent("product", new float[] {0, 0.5f}, "out");
        long[] halves = {-200, -20, -4, -3, -2, -1, 0, 1, 2, 3, 4, 20, 100};
        long[][] rows = new long[halves.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new long[] {halves[i] * 2_048, halves[i] * 2_048 - 2_048};
        }
        float[][] results = GraphRun.run(graph, out, rows);
        for (int i = 0; i < rows.length; i++) {
            double x = halves[i] / 2.0;
            double cubic = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
            assertThat((double) results[i][0])
                    .as("GELU of %s", x)
                    .isCloseTo(x / 2 * (1 + StrictMath.tanh(cubic)), within(2e-6));
            assertThat(results[i][1]).isEqualTo(results[i][0]);
        }
    }

    @Test
    void attentionIsTheMeanOfValuesByTheirWeights() throws Exception {
        int tokens = 5;
        long[][] rows = random(tokens, 3 * WIDTH, 3 * 4_096);
        GraphWriter graph = GraphRun.graph();
        graph.step("Unsqueeze", List.of(GraphRun.ROWS, "first"), "by text");
        Attention attention = new Attention(graph, new Grid(graph), WIDTH);
        float[][] results = GraphRun.run(graph, attention.of("by text", "layer "), rows);
        for (int t = 0; t < tokens; t++) {
            for (int i = 0; i < WIDTH; i++) {
                assertThat((double) results[t][i]).isCloseTo(attended(rows, t, i), within(0.01));
            }
        }
    }

    private static double attended(long[][] rows, int token, int place) {
        int head = place / 32 * 32;
        double sum = 0;
        double total = 0;
        for (long[] other : rows) {
            double score = 0;
            for (int d = head; d < head + 32; d++) {
                score += rows[token][d] / 4_096.0 * other[WIDTH + d] / 4_096.0;
            }
            double weight = StrictMath.exp(score / Math.sqrt(32));
            total += weight;
            sum += weight * other[2 * WIDTH + place] / 4_096.0;
        }
        return sum / total;
    }

    private static long[][] random(int height, int width, int most) {
        Random random = new Random(11);
        long[][] rows = new long[height][width];
        for (long[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = random.nextInt(2 * most + 1) - most;
            }
        }
        return rows;
    }
}
