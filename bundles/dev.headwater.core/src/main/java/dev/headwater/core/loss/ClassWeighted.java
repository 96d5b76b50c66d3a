package dev.headwater.core.loss;

import dev.headwater.core.catalog.Weights;
import java.util.List;

/** A loss that counts some classes more than others, and finds out how much from how often they occur if asked to. */
public interface ClassWeighted extends Loss {
    /** How much they count. */
    Weights weights();

    /**
     * This loss with the numbers that balance what occurs.
     *
     * @param targets all that count in the training part, row-major
     * @param units of the output
     * @param classes what class numbers mean, as messages quote it; none where targets are numbers
     * @throws IllegalArgumentException if one of them never occurs; the sentence says which
     */
    ClassWeighted balanced(float[] targets, int units, List<String> classes);
}
