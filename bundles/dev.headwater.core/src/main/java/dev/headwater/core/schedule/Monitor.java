package dev.headwater.core.schedule;

/** What is watched at the end of each epoch to see whether training still gets anywhere. */
public enum Monitor {
    /** The mean loss of the validation part; smaller is better. */
    VALIDATION_LOSS,
    /** The share of right answers in the validation part; larger is better. */
    VALIDATION_ACCURACY,
    /** The mean loss of the epoch's batches, each before its update; smaller is better. */
    TRAINING_LOSS;

    /** Whether there must be a validation part to watch it. */
    public boolean needsValidation() {
        return this != TRAINING_LOSS;
    }

    /** What it is called in a sentence: {@code validation loss}. */
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** The watched one of these three. */
    public double of(double trainingLoss, double validationLoss, double validationAccuracy) {
        return switch (this) {
            case VALIDATION_LOSS -> validationLoss;
            case VALIDATION_ACCURACY -> validationAccuracy;
            case TRAINING_LOSS -> trainingLoss;
        };
    }

    /** Whether a value is better than the best so far by more than {@code delta}; NaN never is, but anything beats it. */
    public boolean better(double value, double best, double delta) {
        double gain = this == VALIDATION_ACCURACY ? value - best : best - value;
        return Double.isFinite(value) && (Double.isNaN(best) || gain > delta);
    }
}
