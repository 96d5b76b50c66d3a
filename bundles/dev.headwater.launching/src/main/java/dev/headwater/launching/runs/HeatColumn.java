package dev.headwater.launching.runs;

/**
 * What some consecutive frames say about every row: of the positive values, how many there are and the mean, smallest
 * and largest of their decimal logarithms; beside them, how many are exactly zero and how many not finite. Immutable.
 */
public final class HeatColumn {
    private final long first;
    private final long last;
    private final int frames;
    private final double[] mean;
    private final float[] min;
    private final float[] max;
    private final int[] positive;
    private final int[] zeros;
    private final int[] nonFinite;

    private HeatColumn(long first, long last, int frames, int rows) {
        this.first = first;
        this.last = last;
        this.frames = frames;
        mean = new double[rows];
        min = new float[rows];
        max = new float[rows];
        positive = new int[rows];
        zeros = new int[rows];
        nonFinite = new int[rows];
    }

    /** The column of one frame; a negative value says that nothing was recorded of its row. */
    static HeatColumn of(long first, long last, double[] values) {
        HeatColumn column = new HeatColumn(first, last, 1, values.length);
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (!Double.isFinite(value)) {
                column.nonFinite[row] = 1;
            } else if (value == 0) {
                column.zeros[row] = 1;
            } else if (value > 0) {
                column.positive[row] = 1;
                column.mean[row] = Math.log10(value);
                column.min[row] = (float) column.mean[row];
                column.max[row] = column.min[row];
            }
        }
        return column;
    }

    /** This column and a later one as one. */
    HeatColumn and(HeatColumn later) {
        HeatColumn both = new HeatColumn(first, later.last, frames + later.frames, mean.length);
        for (int row = 0; row < mean.length; row++) {
            both.zeros[row] = zeros[row] + later.zeros[row];
            both.nonFinite[row] = nonFinite[row] + later.nonFinite[row];
            int mine = positive[row];
            int theirs = later.positive[row];
            both.positive[row] = mine + theirs;
            if (mine > 0 && theirs > 0) {
                both.mean[row] = (mean[row] * mine + later.mean[row] * theirs) / (mine + theirs);
                both.min[row] = Math.min(min[row], later.min[row]);
                both.max[row] = Math.max(max[row], later.max[row]);
            } else if (mine + theirs > 0) {
                HeatColumn only = mine > 0 ? this : later;
                both.mean[row] = only.mean[row];
                both.min[row] = only.min[row];
                both.max[row] = only.max[row];
            }
        }
        return both;
    }

    /** The first step that it stands for. */
    public long first() {
        return first;
    }

    /** The last step that it stands for. */
    public long last() {
        return last;
    }

    /** How many frames it is made of. */
    public int frames() {
        return frames;
    }

    /** How many values of a row are positive and finite. */
    public int positive(int row) {
        return positive[row];
    }

    /** How many values of a row are exactly zero. */
    public int zeros(int row) {
        return zeros[row];
    }

    /** How many values of a row are NaN or infinite. */
    public int nonFinite(int row) {
        return nonFinite[row];
    }

    /** The mean of the decimal logarithms of a row's positive values; 0 if there are none. */
    public double mean(int row) {
        return mean[row];
    }

    /** The smallest of those logarithms. */
    public float min(int row) {
        return min[row];
    }

    /** The largest of those logarithms. */
    public float max(int row) {
        return max[row];
    }
}
