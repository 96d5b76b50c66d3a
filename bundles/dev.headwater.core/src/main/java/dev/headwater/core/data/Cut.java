package dev.headwater.core.data;

import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How one long series is cut into examples: its beginning trains, what follows validates, the rest is for the test.
 *
 * <p>
 * Without a window each part is one sequence {@code [time, features]} with targets {@code [time, values]}: what the
 * ridge fit of an echo state network needs, one training sequence and its continuation. Sequences of shorter parts are
 * padded, {@link Dataset#length} tells their steps. The validation and test sequences may begin {@code warmUp} steps
 * early, with steps that belong to the part before, so that a reservoir started from zero has forgotten that when it
 * comes to the new ones; a washout of as many steps then leaves exactly the part itself to be judged.
 *
 * <p>
 * With a window each part is cut into sequences of so many steps, one every {@code stride} steps, and no window reaches
 * into another part. A target at step t is the series at t + {@code horizon}; the last targets of a part lie in the next
 * one. Rows say themselves which part they belong to, so {@code data.split} may be left out.
 */
public record Cut(
        @Setting(about = "Steps to train on, the first of the series.", byDefault = "3000", min = 1, max = 10_000_000) int train,
        @Setting(about = "Steps that validate, behind those to train on.", byDefault = "1000", min = 1, max = 10_000_000) int validation,
        @Setting(about = "Steps for the test, the last ones.", byDefault = "0", min = 0, max = 10_000_000) int test,
        @Setting(about = "Steps of the part before with which the sequences of validation and test begin; without a window"
                + " only.", byDefault = "0", min = 0, max = 10_000_000) int warmUp,
        @Setting(about = "Steps of one example; auto: each part is one sequence.", byDefault = "auto", min = 1, max = 10_000_000) OptionalInt window,
        @Setting(about = "Steps from the beginning of one window to the next; auto: the window, so that none"
                + " overlap.", byDefault = "auto", min = 1, max = 10_000_000) OptionalInt stride,
        @Setting(about = "How many steps ahead the target lies.", byDefault = "1", min = 0, max = 100_000) int horizon,
        @Setting(about = "Which steps have a target: each, or the last.", byDefault = "each") Targets targets) {
    /** Which steps of an example have a target. */
    public enum Targets {
        /** Every step, {@code [time, values]}. */
        EACH,
        /** The last step alone, {@code [values]}. */
        LAST
    }

    /** A piece of the series that becomes an example. */
    private record Piece(int from, int steps, Part part) {
    }

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if a part is shorter than the window, the warm-up longer than what precedes it,
     *             there is a stride without a window, or a warm-up with one
     */
    public Cut {
        int shortest = Math.min(train, test == 0 ? validation : Math.min(validation, test));
        if (window.isPresent() && window.getAsInt() > shortest) {
            throw new IllegalArgumentException("a window of " + window.getAsInt()
                    + " steps does not fit into a part of "
                    + shortest + "; make the window shorter or the part longer");
        }
        if (window.isPresent() && warmUp > 0) {
            throw new IllegalArgumentException("warmUp is for whole sequences; leave it out where there is a window");
        }
        if (window.isEmpty() && stride.isPresent()) {
            throw new IllegalArgumentException("stride is the distance of windows; say how long a window is, or leave"
                    + " stride out");
        }
        if (warmUp > train) {
            throw new IllegalArgumentException("warmUp must be at most train, " + train + ", was " + warmUp);
        }
    }

    /** The steps of all parts. */
    int steps() {
        return Math.addExact(Math.addExact(train, validation), test);
    }

    /**
     * The examples.
     *
     * @param series what they come from, for people
     * @param input at least {@link #steps} values
     * @param target at least {@link #steps} + horizon values
     */
    Dataset of(String series, double[] input, double[] target) {
        List<Piece> pieces = pieces();
        int longest = pieces.stream().mapToInt(Piece::steps).max().orElseThrow();
        boolean each = targets == Targets.EACH;
        int targetSteps = each ? longest : 1;
        float[] inputs = new float[Math.multiplyExact(pieces.size(), longest)];
        float[] wanted = new float[pieces.size() * targetSteps];
        int[] lengths = new int[pieces.size()];
        for (int row = 0; row < pieces.size(); row++) {
            Piece piece = pieces.get(row);
            lengths[row] = piece.steps();
            for (int t = 0; t < piece.steps(); t++) {
                inputs[row * longest + t] = (float) input[piece.from() + t];
                if (each || t == piece.steps() - 1) {
                    wanted[row * targetSteps + (each ? t : 0)] = (float) target[piece.from() + t + horizon];
                }
            }
        }
        Dataset cut = new Dataset(pieces.size() + (window.isPresent() ? " windows of " : " parts of ") + series,
                Shape.of(longest, 1), each ? Shape.of(longest, 1) : Shape.of(1), inputs, wanted, List.of(),
                pieces.stream().map(Piece::part).toArray(Part[]::new));
        return pieces.stream().allMatch(piece -> piece.steps() == longest) ? cut : cut.withLengths(lengths);
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Part part : Part.values()) {
            int steps = part == Part.TRAIN ? train : part == Part.VALIDATION ? validation : test;
            int before = part == Part.TRAIN ? 0 : warmUp;
            if (window.isEmpty() && steps > 0) {
                pieces.add(new Piece(from - before, before + steps, part));
            }
            for (int at = 0; window.isPresent() && at + window.getAsInt() <= steps; at += stride.orElse(window
                    .getAsInt())) {
                pieces.add(new Piece(from + at, window.getAsInt(), part));
            }
            from += steps;
        }
        return pieces;
    }
}
