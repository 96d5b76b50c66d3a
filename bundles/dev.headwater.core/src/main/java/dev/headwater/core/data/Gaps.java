package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;

/** Missing inputs, which a source marks by NaN, and the means that fill them. */
final class Gaps {
    /** What stands for a value that is missing. */
    static final float GAP = Float.NaN;

    private Gaps() {
    }

    /**
     * The data with every gap filled by the mean of its input over the training rows that have a value there; the same
     * object if there is no gap.
     *
     * @throws DataException if an input with a gap has no value in any training row
     */
    static Dataset fill(Dataset data, Rows train) throws DataException {
        float[] inputs = data.inputs();
        int width = data.inputShape().size();
        float[] filled = null;
        for (int i = 0; i < width; i++) {
            float mean = GAP;
            for (int at = i; at < inputs.length; at += width) {
                if (Float.isNaN(inputs[at])) {
                    filled = filled == null ? inputs.clone() : filled;
                    mean = Float.isNaN(mean) ? mean(data, train, i) : mean;
                    filled[at] = mean;
                }
            }
        }
        return filled == null ? data : data.withInputs(filled);
    }

    private static float mean(Dataset data, Rows train, int input) throws DataException {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < train.size(); i++) {
            float value = data.input(train.get(i), input);
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        if (count == 0) {
            String name = data.columns() == null ? "input " + (input + 1)
                    : "column " + Quoted.text(data.columns().inputs().get(input));
            throw new DataException(name + " of " + data.description() + " has no value in any row of the training"
                    + " part, so it has no mean to fill its gaps with; leave the column out with data.columns, or set"
                    + " data.missing to drop");
        }
        return (float) (sum / count);
    }
}
