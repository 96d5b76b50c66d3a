package dev.headwater.core.engine;

import java.util.Locale;

/**
 * The BLAS that the engine found.
 *
 * @param library its name and version
 * @param kernel the processor whose kernels it runs, as OpenBLAS names it, or {@code unknown}
 * @param gflops what one 256 × 256 × 256 single-precision product achieved on one thread
 */
public record Blas(String library, String kernel, double gflops) {
    /** The environment variable by which a user chooses OpenBLAS's kernel. */
    public static final String CORETYPE = "OPENBLAS_CORETYPE";
    private static final double SLOW = 0.6;

    /**
     * What to say if this is much slower than the processor could do; {@code null} if it is not, or nobody knows. The
     * clock that the system tells is not always the one at which it runs, so it must be a kernel for narrower
     * instructions too.
     */
    public String warning() {
        return warning(Processor.here(), System.getenv(CORETYPE));
    }

    String warning(Processor processor, String forced) {
        int floats = Processor.floatsOf(kernel);
        if (floats == 0 || floats >= processor.floats() || gflops >= SLOW * processor.gflops()) {
            return null;
        }
        String slow = String.format(Locale.ROOT,
                "matrix products run at %.0f GF/s with OpenBLAS's kernel for %s, of about %.0f that this processor (%s) can do; ",
                gflops, kernel, processor.gflops(), processor.model());
        return slow + (forced == null
                ? "a newer OpenBLAS may know it, and " + CORETYPE
                        + "=SKYLAKEX in the environment may choose a better one"
                : CORETYPE + "=" + forced + " in the environment has chosen it: unset that, or set"
                        + " HEADWATER_IGNORE_CORETYPE=1 (in the IDE: Preferences > Headwater)");
    }
}
