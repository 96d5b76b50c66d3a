package dev.headwater.core.layer;

/**
 * Stretches to be copied from one tensor's example to another's.
 *
 * @param to where each begins in the target's example
 * @param from where each begins in the source's
 * @param length how long each is
 */
public record Copies(int[] to, int[] from, int[] length) {
    /** As many stretches of one length, at even distances. */
    static Copies lines(int count, int length, int to, int toStep, int from, int fromStep) {
        int[] tos = new int[count];
        int[] froms = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            tos[i] = to + i * toStep;
            froms[i] = from + i * fromStep;
            lengths[i] = length;
        }
        return new Copies(tos, froms, lengths);
    }

    /** How many stretches there are. */
    public int count() {
        return to.length;
    }
}
