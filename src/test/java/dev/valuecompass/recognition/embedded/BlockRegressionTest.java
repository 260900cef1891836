package dev.valuecompass.recognition.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockRegressionTest {
    private static final int WIDTH = 4;
    private static final int ROWS = 200;
    private static final boolean[] ALL = {true, true, true, true};
    private static final boolean[] SECOND_HALF = {false, false, true, true};

    private final Random random = new Random(7);
    private final float[][] rows = IntStream.range(0, ROWS)
            .mapToObj(i -> {
                float[] row = new float[WIDTH];
                for (int c = 0; c < WIDTH; c++) {
                    row[c] = (float) random.nextGaussian();
                }
                return row;
            })
            .toArray(float[][]::new);

    private boolean yes(int i) {
        return rows[i][0] + (i % 2 == 0 ? 1 : -1) * rows[i][2] > 0.3;
    }

    private static String own(int i) {
        return i % 2 == 0 ? "even" : "odd";
    }

    private Map<String, double[]> fitted() {
        BlockRegression regression = new BlockRegression(0.5, WIDTH);
        regression.block("shared", ALL);
        regression.block("even", SECOND_HALF);
        regression.block("odd", SECOND_HALF);
        for (int i = 0; i < ROWS; i++) {
            regression.row(List.of("shared", own(i)), rows[i], yes(i), 1);
        }
        return regression.fit();
    }

    /** The same problem with every block laid out as columns of its own, solved by a library. */
    private double[] laidOut() {
        Problem problem = new Problem();
        problem.l = ROWS;
        problem.n = 3 * WIDTH;
        problem.x = new Feature[ROWS][];
        problem.y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            int start = i % 2 == 0 ? WIDTH : 2 * WIDTH;
            problem.x[i] = new Feature[] {
                new FeatureNode(1, rows[i][0]),
                new FeatureNode(2, rows[i][1]),
                new FeatureNode(3, rows[i][2]),
                new FeatureNode(4, rows[i][3]),
                new FeatureNode(start + 3, rows[i][2]),
                new FeatureNode(start + 4, rows[i][3])
            };
            problem.y[i] = yes(i) ? 1 : -1;
        }
        Linear.disableDebugOutput();
        var model = Linear.train(problem, new Parameter(SolverType.L2R_LR, 0.5, 10_000, 1e-8));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        return java.util.Arrays.stream(model.getFeatureWeights())
                .map(w -> sign * w)
                .toArray();
    }

    @Test
    void findsTheWeightsThatALibraryFindsForTheProblemLaidOut() {
        Map<String, double[]> blocks = fitted();
        double[] expected = laidOut();
        List<String> order = List.of("shared", "even", "odd");
        for (int block = 0; block < order.size(); block++) {
            for (int c = 0; c < WIDTH; c++) {
                assertThat(blocks.get(order.get(block))[c])
                        .as(order.get(block) + " " + c)
                        .isCloseTo(expected[block * WIDTH + c], within(0.02));
            }
        }
        assertThat(blocks.get("even")[2]).as("each group has its own sign").isPositive();
        assertThat(blocks.get("odd")[2]).isNegative();
        assertThat(blocks.get("even")[0]).as("not seen").isZero();
    }

    @Test
    void theSameRowsGiveTheSameBits() {
        Map<String, double[]> once = fitted();
        fitted().forEach((block, weights) -> assertThat(weights).containsExactly(once.get(block)));
    }

    /** Where C is 1, one row x = 1 that is a yes minimises w²/2 + log(1 + exp(-w)): w = 1 / (1 + exp(w)), so w = 0.4011. */
    @Test
    void oneRowIsSolvedAsByHand() {
        BlockRegression regression = new BlockRegression(1, 1);
        regression.block("only", new boolean[] {true});
        regression.row(List.of("only"), new float[] {1}, true, 1);
        assertThat(regression.fit().get("only")[0]).isCloseTo(0.4011, within(0.002));
    }

    /** A row that counts for three is three rows. */
    @Test
    void aWeightIsACountOfRows() {
        BlockRegression heavy = new BlockRegression(1, 1);
        heavy.block("only", new boolean[] {true});
        heavy.row(List.of("only"), new float[] {1}, true, 3);
        BlockRegression three = new BlockRegression(1, 1);
        three.block("only", new boolean[] {true});
        for (int i = 0; i < 3; i++) {
            three.row(List.of("only"), new float[] {1}, true, 1);
        }
        assertThat(heavy.fit().get("only")[0]).isCloseTo(three.fit().get("only")[0], within(1e-9));
    }
}
