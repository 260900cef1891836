package dev.valuecompass.site.culture;

import java.util.List;

/**
 * Moves labels of a drawing apart that would lie on each other, each as little as will do and never far from what it
 * names. Goes over all pairs in their order, so the same points always give the same picture.
 */
final class LabelPlaces {
    private static final double WIDTH = 15;
    private static final double HEIGHT = 9.5;
    private static final double FARTHEST = 16;
    private static final int ROUNDS = 80;

    private LabelPlaces() {}

    /** @param points each x, y @return where the middle of each label goes */
    static double[][] of(List<double[]> points) {
        double[][] places = points.stream().map(double[]::clone).toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < places.length; i++) {
                for (int j = i + 1; j < places.length; j++) {
                    part(places[i], places[j]);
                }
            }
            for (int i = 0; i < places.length; i++) {
                keepNear(places[i], points.get(i));
            }
        }
        return places;
    }

    private static void part(double[] one, double[] other) {
        double across = WIDTH - Math.abs(one[0] - other[0]);
        double up = HEIGHT - Math.abs(one[1] - other[1]);
        if (across <= 0 || up <= 0) {
            return;
        }
        int axis = across < up ? 0 : 1;
        double push = Math.min(across, up) / 2;
        double direction = one[axis] <= other[axis] ? -1 : 1;
        one[axis] += direction * push;
        other[axis] -= direction * push;
    }

    private static void keepNear(double[] place, double[] point) {
        for (int axis = 0; axis < 2; axis++) {
            double away = place[axis] - point[axis];
            place[axis] = point[axis] + Math.max(-FARTHEST, Math.min(FARTHEST, away));
        }
    }
}
