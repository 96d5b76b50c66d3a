package dev.headwater.core.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The mean and standard deviation by which inputs are scaled: x' = (x − mean) / deviation. There is one pair for each
 * position of the input shape's last axis: each feature of a row or of a sequence's steps, each channel of an image. Of
 * sequences only the steps that count do so here. Run records store them.
 */
public record Standardization(List<Double> mean, List<Double> deviation) {
    /**
     * These values.
     *
     * @throws IllegalArgumentException if the lists have different lengths, or a deviation is not positive
     */
    public Standardization {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != deviation.size() || !deviation.stream().allMatch(sd -> sd > 0 && Double.isFinite(sd))) {
            throw new IllegalArgumentException("a standardization needs as many deviations above 0 as means, has "
                    + mean + " and " + deviation);
        }
    }

    /**
     * The mean and deviation (divided by n) of some rows. What is constant there has its value as mean and the
     * deviation 1, so that it becomes 0.
     */
    public static Standardization fit(Dataset data, Rows rows) {
        int columns = data.inputShape().columns();
        List<Double> mean = new ArrayList<>(columns);
        List<Double> deviation = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            fit(data, rows, column, mean, deviation);
        }
        return new Standardization(mean, deviation);
    }

    private static void fit(Dataset data, Rows rows, int column, List<Double> mean, List<Double> deviation) {
        int columns = data.inputShape().columns();
        double sum = 0;
        long count = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            int counted = data.counted(rows.get(i));
            count += counted / columns;
            for (int j = column; j < counted; j += columns) {
                float x = data.input(rows.get(i), j);
                sum += x;
                min = Math.min(min, x);
                max = Math.max(max, x);
            }
        }
        if (min == max) { // not by the sum of squares, in which rounding leaves crumbs
            mean.add((double) min);
            deviation.add(1.0);
            return;
        }
        double center = sum / count;
        double squares = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = column; j < data.counted(rows.get(i)); j += columns) {
                double distance = data.input(rows.get(i), j) - center;
                squares += distance * distance;
            }
        }
        mean.add(center);
        deviation.add(Math.sqrt(squares / count));
    }

    /**
     * The data set with scaled inputs.
     *
     * @throws IllegalArgumentException if these are not as many pairs as the data's inputs have columns
     */
    public Dataset apply(Dataset data) {
        int columns = data.inputShape().columns();
        if (columns != mean.size()) {
            throw new IllegalArgumentException("a standardization of " + mean.size() + " columns does not fit"
                    + " inputs of " + data.inputShape());
        }
        double[] means = mean.stream().mapToDouble(Double::doubleValue).toArray();
        double[] deviations = deviation.stream().mapToDouble(Double::doubleValue).toArray();
        float[] inputs = data.inputs();
        float[] scaled = new float[inputs.length];
        int width = data.inputShape().size();
        for (int row = 0; row < data.rows(); row++) {
            int end = row * width + data.counted(row); // padding stays 0
            for (int i = row * width; i < end; i += columns) {
                for (int j = 0; j < columns; j++) {
                    scaled[i + j] = (float) ((inputs[i + j] - means[j]) / deviations[j]);
                }
            }
        }
        return data.withInputs(scaled);
    }
}
