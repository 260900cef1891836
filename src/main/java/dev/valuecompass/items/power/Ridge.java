package dev.valuecompass.items.power;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
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
        return fit(x, y, lambda, x.length <= x[0].length);
    }

    static Ridge fit(double[][] x, double[] y, double lambda, boolean dual) {
        RealVector centre = new ArrayRealVector(x[0].length);
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            centre = centre.add(new ArrayRealVector(x[i], false));
            mean += y[i];
        }
        centre = centre.mapDivide(x.length);
        mean /= x.length;
        double[][] centred = new double[x.length][];
        double[] target = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            centred[i] = new ArrayRealVector(x[i], false).subtract(centre).toArray();
            target[i] = y[i] - mean;
        }
        RealMatrix rows = new Array2DRowRealMatrix(centred, false);
        RealMatrix columns = rows.transpose();
        RealVector goal = new ArrayRealVector(target, false);
        RealVector weights = dual
                ? columns.operate(solve(rows.multiply(columns), lambda, goal))
                : solve(columns.multiply(rows), lambda, columns.operate(goal));
        return new Ridge(weights, centre, mean);
    }

    double predict(double[] x) {
        return mean + weights.dotProduct(new ArrayRealVector(x, false).subtract(centre));
    }

    private static RealVector solve(RealMatrix products, double lambda, RealVector right) {
        RealMatrix ridged = products.add(
                MatrixUtils.createRealIdentityMatrix(products.getRowDimension()).scalarMultiply(lambda));
        return new CholeskyDecomposition(ridged, 1e-9, 1e-12).getSolver().solve(right);
    }
}
