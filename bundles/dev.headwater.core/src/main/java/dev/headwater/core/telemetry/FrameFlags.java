package dev.headwater.core.telemetry;

/**
 * The bits of a frame's flags. A slot of a frame whose kind was not recorded holds no data, whatever its value: NaN and
 * 0 can both be real.
 */
public final class FrameFlags {
    /** The series of kind {@link SeriesKind#PARAMETER} were recorded. */
    public static final int PARAMETERS = 1;
    /** The series of kinds {@link SeriesKind#OUTPUT} and {@link SeriesKind#OUTPUT_GRADIENT} were recorded. */
    public static final int OUTPUTS = 1 << 1;
    /** The outputs are those of the whole batch, not of the fixed probe rows alone. */
    public static final int ALL_ROWS = 1 << 2;
    /** The first frame after a run went on from a checkpoint. */
    public static final int RESUMED = 1 << 3;

    private FrameFlags() {
    }

    /** Whether a frame with these flags holds the series of this kind; the step's own are always there. */
    public static boolean recorded(int flags, SeriesKind kind) {
        return switch (kind) {
            case PARAMETER -> (flags & PARAMETERS) != 0;
            case OUTPUT, OUTPUT_GRADIENT -> (flags & OUTPUTS) != 0;
            case STEP -> true;
        };
    }
}
