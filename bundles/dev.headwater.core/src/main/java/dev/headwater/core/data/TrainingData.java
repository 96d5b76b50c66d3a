package dev.headwater.core.data;

/**
 * Data ready for training: loaded, split, scaled.
 *
 * @param data with scaled inputs if that was asked for
 * @param parts which rows train, validate, test
 * @param standardization what the inputs were scaled by, or {@code null}
 * @param hash of the data before scaling; a run that resumes must find the same
 */
public record TrainingData(Dataset data, Parts parts, Standardization standardization, String hash) {
}
