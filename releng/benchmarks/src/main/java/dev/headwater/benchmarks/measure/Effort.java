package dev.headwater.benchmarks.measure;

/**
 * How much time a measurement takes.
 *
 * @param warmUp seconds that each contender runs before anything is timed
 * @param rounds how often each takes its turn
 * @param turn seconds of a turn
 */
public record Effort(double warmUp, int rounds, double turn) {
    /** For figures that are kept. */
    public static final Effort THOROUGH = new Effort(3, 9, 0.4);
    /** For a look. */
    public static final Effort QUICK = new Effort(0.5, 3, 0.05);
}
