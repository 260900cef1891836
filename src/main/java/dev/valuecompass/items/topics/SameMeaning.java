package dev.valuecompass.items.topics;

import dev.valuecompass.embedding.VectorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.DistanceMeasure;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.JDKRandomGenerator;

/**
 * Groups texts that mean the same by their embeddings: k-means parts them into cells, DBSCAN finds the groups within a
 * cell. Each text stands in its two nearest cells, and groups that share a text are one, so that a border between cells
 * parts few that belong together. For n texts there are about √n cells, so the work grows with n^1.5, not n².
 *
 * <p>k-means runs on a random projection to 48 numbers (Johnson and Lindenstrauss 1984), which is enough to tell cells
 * apart; DBSCAN compares the whole vectors, in a {@link VectorTable}.
 */
final class SameMeaning {
    private static final int PROJECTED = 48;
    private static final int ITERATIONS = 8;
    private static final int SMALLEST_TO_PART = 200;

    private final double threshold;
    private final int seed;

    /**
     * @param threshold cosine from which two texts are neighbours, in (0, 1); groups are chains of neighbours
     * @param seed of the first centres and the projection
     */
    SameMeaning(double threshold, long seed) {
        this.threshold = threshold;
        this.seed = Long.hashCode(seed);
    }

    /** For each row the smallest row of its group; its own number when it stands alone. */
    int[] groups(VectorTable vectors) {
        int[] group = IntStream.range(0, vectors.size()).toArray();
        // Unit vectors: |a − b|² = 2 − 2 cos(a, b).
        double reach = Math.sqrt(2 - 2 * threshold);
        DistanceMeasure distance = new NearbyDistance(vectors, reach);
        // Cells side by side, groups joined in their order: the outcome does not depend on how many processors there
        // are.
        cells(vectors).parallelStream()
                .map(cell -> new DBSCANClusterer<TableRow>(reach, 1, distance).cluster(cell))
                .toList()
                .forEach(found -> found.forEach(cluster -> {
                    List<TableRow> rows = cluster.getPoints();
                    rows.forEach(row -> join(group, rows.get(0).number(), row.number()));
                }));
        for (int i = 0; i < group.length; i++) {
            group[i] = root(group, i);
        }
        return group;
    }

    /** Of each group the row with the highest mean cosine to the group, ascending; of equal ones the first. */
    int[] representatives(VectorTable vectors) {
        int[] group = groups(vectors);
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            members.add(new ArrayList<>());
            members.get(group[i]).add(i);
        }
        return members.stream()
                .filter(rows -> !rows.isEmpty())
                .mapToInt(rows -> middle(vectors, rows))
                .sorted()
                .toArray();
    }

    private static int middle(VectorTable vectors, List<Integer> rows) {
        if (rows.size() < 3) {
            return rows.get(0);
        }
        int[] chosen = rows.stream().mapToInt(row -> row).toArray();
        double[] means = vectors.select(chosen).meanToOthers();
        int best = 0;
        for (int i = 1; i < means.length; i++) {
            best = means[i] > means[best] + 1e-9 ? i : best;
        }
        return chosen[best];
    }

    private List<List<TableRow>> cells(VectorTable vectors) {
        int n = vectors.size();
        if (n < SMALLEST_TO_PART) {
            return List.of(IntStream.range(0, n).mapToObj(TableRow::new).toList());
        }
        List<Projected> points = projected(vectors);
        JDKRandomGenerator random = new JDKRandomGenerator();
        random.setSeed(seed);
        List<CentroidCluster<Projected>> centres = new KMeansPlusPlusClusterer<Projected>(
                        (int) Math.ceil(Math.sqrt(n)), ITERATIONS, new EuclideanDistance(), random)
                .cluster(points);
        double[][] middles =
                centres.stream().map(centre -> centre.getCenter().getPoint()).toArray(double[][]::new);
        List<List<TableRow>> cells = new ArrayList<>();
        Arrays.stream(middles).forEach(middle -> cells.add(new ArrayList<>()));
        for (Projected point : points) {
            for (int cell : nearestTwo(point.getPoint(), middles)) {
                cells.get(cell).add(new TableRow(point.number()));
            }
        }
        return cells;
    }

    private List<Projected> projected(VectorTable vectors) {
        int width = vectors.dimensions();
        JDKRandomGenerator random = new JDKRandomGenerator();
        random.setSeed(seed + 1);
        double[][] directions = new double[PROJECTED][width];
        for (double[] direction : directions) {
            Arrays.setAll(direction, d -> random.nextGaussian());
        }
        return IntStream.range(0, vectors.size())
                .parallel()
                .mapToObj(i -> {
                    float[] row = vectors.row(i);
                    double[] point = new double[PROJECTED];
                    for (int p = 0; p < PROJECTED; p++) {
                        for (int d = 0; d < width; d++) {
                            point[p] += row[d] * directions[p][d];
                        }
                    }
                    return new Projected(i, point);
                })
                .toList();
    }

    private static int[] nearestTwo(double[] point, double[][] middles) {
        int[] best = {-1, -1};
        double[] distances = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int m = 0; m < middles.length; m++) {
            double distance = 0;
            for (int d = 0; d < point.length; d++) {
                distance += (point[d] - middles[m][d]) * (point[d] - middles[m][d]);
            }
            if (distance < distances[0]) {
                distances[1] = distances[0];
                best[1] = best[0];
                distances[0] = distance;
                best[0] = m;
            } else if (distance < distances[1]) {
                distances[1] = distance;
                best[1] = m;
            }
        }
        return best[1] < 0 ? new int[] {best[0]} : best;
    }

    private static void join(int[] group, int a, int b) {
        int first = root(group, a);
        int second = root(group, b);
        group[Math.max(first, second)] = Math.min(first, second);
    }

    private static int root(int[] group, int row) {
        int at = row;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private record Projected(int number, double[] point) implements Clusterable {
        @Override
        public double[] getPoint() {
            return point;
        }
    }

    /** A row of the table; its point is its number, which {@link NearbyDistance} looks up. */
    private record TableRow(int number) implements Clusterable {
        @Override
        public double[] getPoint() {
            return new double[] {number};
        }
    }

    /** The distance of two rows; of those that are out of reach anything above it. */
    private record NearbyDistance(VectorTable vectors, double reach) implements DistanceMeasure {
        private static final long serialVersionUID = 1;

        @Override
        public double compute(double[] a, double[] b) {
            float most = Math.nextUp((float) (reach * reach));
            return Math.sqrt(vectors.squaredDistance((int) a[0], (int) b[0], most));
        }
    }
}
