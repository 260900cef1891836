package dev.valuecompass.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Models and cultures in one plane. Every profile is standardised by itself (mean 0, standard deviation 1 over its
 * values), so that surveys and scores share a scale and the distance of two profiles is a matter of their Pearson
 * correlation alone, {@code √(2n(1 − r))}. The plane is that of the first two principal components, which for these
 * distances is also the plane of classical multidimensional scaling (Gower 1966, Biometrika 53, 325–338).
 *
 * @param axes two, the one that shows more first
 * @param points in the order given; a profile that is incomplete or without differences is left out
 */
public record CultureMap(List<Component> axes, List<MapPoint> points) {
    private static final int AXES = 2;
    private static final int FEWEST = 3;

    /** What is to be placed. @param kind such as {@code model} or {@code culture} */
    public record ValueProfile(String kind, String id, String name, Map<String, Double> scores) {}

    /**
     * One direction of the plane; the value that weighs most in it points to the positive side, so that the same profiles
     * always give the same picture.
     *
     * @param share of the variance over all profiles, in [0, 1]
     * @param loadings by dimension, in their order; the sum of their squares is 1
     */
    public record Component(double share, List<Double> loadings) {}

    /** A model or a culture in the plane. @param kind {@code model} or {@code culture} @param x along the first axis */
    public record MapPoint(String kind, String id, String name, double x, double y) {}

    /** @return null with fewer than three usable profiles, or fewer than three dimensions */
    public static CultureMap of(List<String> dimensions, List<ValueProfile> profiles) {
        List<ValueProfile> usable = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (ValueProfile profile : profiles) {
            if (dimensions.stream().allMatch(dimension -> profile.scores().get(dimension) != null)) {
                double[] row = standardised(
                        dimensions.stream().mapToDouble(profile.scores()::get).toArray());
                if (row.length > 0) {
                    usable.add(profile);
                    rows.add(row);
                }
            }
        }
        if (rows.size() < FEWEST || dimensions.size() < FEWEST) {
            return null;
        }
        RealMatrix centred = centred(rows);
        EigenDecomposition parts = new EigenDecomposition(centred.transpose().multiply(centred));
        double total = 0;
        for (double value : parts.getRealEigenvalues()) {
            total += Math.max(0, value);
        }
        double[][] directions = new double[AXES][];
        List<Component> axes = new ArrayList<>();
        for (int a = 0; a < AXES; a++) {
            directions[a] = signed(parts.getEigenvector(a).toArray());
            double share = total == 0 ? 0 : Math.max(0, parts.getRealEigenvalue(a)) / total;
            axes.add(new Component(share, Arrays.stream(directions[a]).boxed().toList()));
        }
        List<MapPoint> points = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            double[] row = centred.getRow(i);
            ValueProfile profile = usable.get(i);
            points.add(new MapPoint(
                    profile.kind(), profile.id(), profile.name(), dot(row, directions[0]), dot(row, directions[1])));
        }
        return new CultureMap(List.copyOf(axes), List.copyOf(points));
    }

    /** Empty when all values are alike. */
    private static double[] standardised(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        if (deviation < 1e-12) {
            return new double[0];
        }
        double[] z = new double[values.length];
        for (int d = 0; d < z.length; d++) {
            z[d] = (values[d] - mean) / deviation;
        }
        return z;
    }

    private static RealMatrix centred(List<double[]> rows) {
        RealMatrix matrix = new Array2DRowRealMatrix(rows.toArray(double[][]::new));
        for (int d = 0; d < matrix.getColumnDimension(); d++) {
            double mean = 0;
            for (double value : matrix.getColumn(d)) {
                mean += value / rows.size();
            }
            for (int i = 0; i < rows.size(); i++) {
                matrix.addToEntry(i, d, -mean);
            }
        }
        return matrix;
    }

    private static double[] signed(double[] direction) {
        int heaviest = 0;
        for (int d = 1; d < direction.length; d++) {
            // A hair heavier is not heavier: rounding must not turn the picture around.
            heaviest = Math.abs(direction[d]) > Math.abs(direction[heaviest]) + 1e-9 ? d : heaviest;
        }
        double sign = direction[heaviest] < 0 ? -1 : 1;
        for (int d = 0; d < direction.length; d++) {
            direction[d] *= sign;
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
