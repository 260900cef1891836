package dev.valuecompass.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorTableTest {
    private static final VectorTable THREE =
            VectorTable.of(List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.6f, 0.8f}), 2);

    /** (1,0)·(0.6,0.8) = 0.6, (0,1)·(0.6,0.8) = 0.8, (1,0)·(0,1) = 0. */
    @Test
    void cosines() {
        assertThat(THREE.cosine(0, THREE.row(2))).isCloseTo(0.6f, within(1e-6f));
        assertThat(THREE.cosine(1, new float[] {0.6f, 0.8f})).isCloseTo(0.8f, within(1e-6f));
        assertThat(THREE.row(2)).containsExactly(0.6f, 0.8f);
        assertThat(THREE.select(new int[] {2, 0}).row(1)).containsExactly(1, 0);
    }

    /** (1 − 0.6)² + 0.8² = 0.8, and 2 − 2 · 0.6 = 0.8; of 384 numbers the first differences tell that 0.1 is passed. */
    @Test
    void squaredDistances() {
        assertThat(THREE.squaredDistance(0, 2, 9)).isCloseTo(0.8f, within(1e-6f));
        VectorTable many = random(40, 3);
        for (int row = 1; row < many.size(); row++) {
            float whole = many.squaredDistance(0, row, Float.MAX_VALUE);
            assertThat(whole).isCloseTo(2 - 2 * many.cosine(0, many.row(row)), within(1e-5f));
            assertThat(many.squaredDistance(0, row, whole)).isEqualTo(whole);
            assertThat(many.squaredDistance(0, row, whole / 2)).isBetween(whole / 2, whole);
        }
    }

    /** (0 + 0.6)/2, (0 + 0.8)/2, (0.6 + 0.8)/2. */
    @Test
    void meanToOthers() {
        double[] means = THREE.meanToOthers();
        assertThat(means[0]).isCloseTo(0.3, within(1e-6));
        assertThat(means[1]).isCloseTo(0.4, within(1e-6));
        assertThat(means[2]).isCloseTo(0.7, within(1e-6));
        assertThat(THREE.select(new int[] {1}).meanToOthers()).containsExactly(0);
    }

    @Test
    void nearestAgreesWithComparingOneByOne() {
        VectorTable stored = random(333, 1);
        VectorTable queries = random(130, 2);
        VectorTable.NearestRow[] nearest = stored.nearest(queries);
        for (int q = 0; q < queries.size(); q++) {
            int best = 0;
            for (int row = 1; row < stored.size(); row++) {
                best = Vectors.dot(stored.row(row), queries.row(q)) > Vectors.dot(stored.row(best), queries.row(q))
                        ? row
                        : best;
            }
            assertThat(nearest[q].row()).isEqualTo(best);
            assertThat((double) nearest[q].cosine())
                    .isCloseTo(Vectors.dot(stored.row(best), queries.row(q)), within(1e-5));
        }
    }

    @Test
    void ofNothingNothingIsNearest() {
        assertThat(VectorTable.of(List.of(), 2).nearest(THREE)[0].row()).isEqualTo(-1);
    }

    private static VectorTable random(int rows, long seed) {
        Random random = new Random(seed);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            float[] vector = new float[17];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            vectors.add(Vectors.unit(vector));
        }
        return VectorTable.of(vectors, 17);
    }
}
