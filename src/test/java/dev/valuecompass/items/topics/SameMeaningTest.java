package dev.valuecompass.items.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.valuecompass.embedding.VectorTable;
import dev.valuecompass.embedding.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SameMeaningTest {
    private static float[] at(double degrees) {
        return new float[] {(float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees))};
    }

    /** cos 10° = .985, cos 20° = .940, cos 30° = .866: at .95 steps of 10° are neighbours, of 20° are not. */
    @Test
    void groupsAreChainsOfNeighbours() {
        VectorTable vectors = VectorTable.of(List.of(at(0), at(90), at(10), at(110), at(20), at(200)), 2);
        SameMeaning meaning = new SameMeaning(0.95, 1);
        assertThat(meaning.groups(vectors)).containsExactly(0, 1, 0, 3, 0, 5);
        // 10° is nearest to the others of its group: (.985 + .985)/2 against (.985 + .940)/2.
        assertThat(meaning.representatives(vectors)).containsExactly(1, 2, 3, 5);
    }

    @Test
    void nothingIsGroupedFromNothing() {
        assertThat(new SameMeaning(0.95, 1).representatives(VectorTable.of(List.of(), 2)))
                .isEmpty();
    }

    /** 1,500 directions, of which 500 have a near twin: parted into cells, hardly a twin is missed and no other pair made. */
    @Test
    void cellsLoseHardlyATwin() {
        Random random = new Random(3);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            vectors.add(direction(random));
        }
        for (int i = 0; i < 500; i++) {
            float[] twin = vectors.get(i).clone();
            for (int d = 0; d < twin.length; d++) {
                twin[d] += (float) random.nextGaussian() * 0.02f;
            }
            vectors.add(Vectors.unit(twin));
        }
        int[] groups = new SameMeaning(0.95, 9).groups(VectorTable.of(vectors, 64));
        int found = 0;
        for (int i = 0; i < 500; i++) {
            found += groups[1_500 + i] == i ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(495);
        for (int i = 0; i < 1_500; i++) {
            assertThat(groups[i]).isEqualTo(i);
        }
        assertThat(new SameMeaning(0.95, 9).groups(VectorTable.of(vectors, 64))).isEqualTo(groups);
    }

    private static float[] direction(Random random) {
        float[] vector = new float[64];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return Vectors.unit(vector);
    }
}
