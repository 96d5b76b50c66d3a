package dev.headwater.trainer.reproduction;

/**
 * A published figure, and how it is measured here.
 *
 * @param what is measured, in a few words
 * @param paper who published it
 * @param published the figure, as text
 * @param judge what is allowed of ours
 * @param measure measures it
 */
public record Claim(String what, String paper, String published, Judge judge, Measure measure) {
    /** Measures a figure for one seed. */
    @FunctionalInterface
    public interface Measure {
        /**
         * The figure; NaN where there is none, such as the sequences to a success that did not come.
         *
         * @throws Exception as whatever it needs; {@link Needs} where something is not there
         */
        double of(Trials trials, long seed) throws Exception;
    }
}
