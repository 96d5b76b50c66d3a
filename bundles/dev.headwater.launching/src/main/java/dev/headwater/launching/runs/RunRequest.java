package dev.headwater.launching.runs;

/**
 * What somebody wants to see of a run.
 *
 * @param number tells requests apart; a snapshot says which it answers
 * @param quantity what the heat map shows
 * @param step the step whose numbers are wanted, {@link #NEWEST} or any from 0
 */
public record RunRequest(long number, Quantity quantity, long step) {
    /** Stands for the newest step, whichever it is. */
    public static final long NEWEST = -1;
}
