package dev.valuecompass.items.generator;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Ridge regression (Hoerl and Kennard 1970) with an intercept that is not shrunk: with centred x and y, {@code w = (XᵀX +
 * λI)⁻¹ Xᵀy}. With fewer rows than columns the equal {@code w = Xᵀ(XXᵀ + λI)⁻¹ y} is solved, which is smaller.
 */
final class Ridge {
    private final RealVector weights;
    private final RealVector centre;
    private final double mean;

    private Ridge(RealVector weights, RealVector centre, double mean) {
        this.weights = weights;
        this.centre = centre;
        this.mean = mean;
    }

    /**
     * @param x at least one row, all of the same length
     * @param lambda above 0
     */
    static Ridge fit(double[][] x, double[] y, double lambda) {
        return new Design(x).fit(y, lambda);
    }

    /** The part that does not depend on λ, so that many can be tried. */
    static final class Design {
        private final RealVector centre;
        private final RealMatrix rows;
        private final RealMatrix products;
        private final boolean dual;

        Design(double[][] x) {
            this(x, x.length <= x[0].length);
        }

        Design(double[][] x, boolean dual) {
            this.dual = dual;
            double[] middle = new double[x[0].length];
            for (double[] row : x) {
                for (int j = 0; j < middle.length; j++) {
                    middle[j] += row[j] / x.length;
                }
            }
            centre = new ArrayRealVector(middle, false);
            double[][] centred = new double[x.length][];
            for (int i = 0; i < x.length; i++) {
                centred[i] = new ArrayRealVector(x[i], false).subtract(centre).toArray();
            }
            rows = new Array2DRowRealMatrix(centred, false);
            products = products(dual ? centred : rows.transpose().getData());
        }

        /** Of each row with each; the sums of {@code multiply}, half as many and without its calls for each entry. */
        private static RealMatrix products(double[][] rows) {
            double[][] products = new double[rows.length][rows.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = 0;
                    for (int k = 0; k < rows[i].length; k++) {
                        sum += rows[i][k] * rows[j][k];
                    }
                    products[i][j] = sum;
                    products[j][i] = sum;
                }
            }
            return new Array2DRowRealMatrix(products, false);
        }

        Ridge fit(double[] y, double lambda) {
            double mean = Arrays.stream(y).average().orElse(0);
            RealVector goal = new ArrayRealVector(y).mapSubtract(mean);
            RealVector weights = dual ? rows.preMultiply(solve(lambda, goal)) : solve(lambda, rows.preMultiply(goal));
            return new Ridge(weights, centre, mean);
        }

        private RealVector solve(double lambda, RealVector right) {
            RealMatrix ridged = products.copy();
            for (int i = 0; i < ridged.getRowDimension(); i++) {
                ridged.addToEntry(i, i, lambda);
            }
            return new CholeskyDecomposition(ridged, 1e-9, 1e-12).getSolver().solve(right);
        }
    }

    double predict(double[] x) {
        return mean + weights.dotProduct(new ArrayRealVector(x, false).subtract(centre));
    }
}
