package dev.headwater.core.engine;

import dev.headwater.core.layer.Form;
import java.util.Set;

/**
 * Into which pieces a product of matrices is cut: at most so many rows and columns of the result and so many terms of
 * each sum at once.
 *
 * <p>OpenBLAS's sgemm first copies both factors into the order in which its kernel reads them. With a few dozen rows that
 * takes as long as the product itself. For processors with AVX-512 it has kernels besides that read the factors where
 * they lie, and takes them where a product has at most 10⁶ multiplications, and with a transposed second factor at most
 * 1,200 results of at least 32 terms. So larger products are cut into pieces that small, as far as that is faster; by
 * how much is in docs/decisions/0020. What is cut depends on the shapes and the kernel alone, for another cut adds in
 * another order.
 */
record Pieces(int rows, int columns, int terms) {
    /** OpenBLAS's kernels that have others besides, for small products. */
    private static final Set<String> KERNELS = Set.of("Skylakex", "Cooperlake", "Sapphirerapids");
    private static final int SMALL = 1_000_000;
    /** Results of a small product with a transposed second factor. */
    private static final int TRANSPOSED_SMALL = 1_200;
    private static final int LANES = 16;
    private static final int WIDE = 1024;

    /** Whether a kernel, as {@link Blas#kernel()} names it, gains by it. */
    static boolean gains(String kernel) {
        return KERNELS.contains(kernel);
    }

    /** What is fastest for m × n results of k terms each. */
    static Pieces of(Form form, int m, int n, int k) {
        Pieces whole = whole(m, n, k);
        if (whole.small(form)) {
            return whole;
        }
        return switch (form) {
            case AB -> whole.cut(128, 48 * 128, 256);
            // Rows whose distance is a power of two share a few lines of a cache, so there few of them go together.
            case ATB -> n >= WIDE || m >= WIDE ? whole.cut(32, 32 * 64, 512)
                    : whole.cut(16, 16 * 128, m < WIDE / 2 ? 128 : 64);
            case ABT -> {
                int rows = Math.min(whole.rows, 32);
                int columns = Math.min(64, TRANSPOSED_SMALL / rows / 8 * 8);
                // The fewer rows there are, the more copying matters; the longer the sums, the better the small kernel.
                yield k >= 256 || k >= 128 && m <= 128 || k >= 64 && m <= 32
                        ? whole.cut(columns, rows * columns, 976)
                        : whole;
            }
        };
    }

    /** All at once. */
    static Pieces whole(int m, int n, int k) {
        return new Pieces(Math.max(1, m), Math.max(1, n), Math.max(1, k));
    }

    /** Whether OpenBLAS takes it for a small product. */
    private boolean small(Form form) {
        return (long) rows * columns * terms <= SMALL && (form != Form.ABT || (long) rows * columns <= TRANSPOSED_SMALL
                && terms >= 32);
    }

    /** Pieces no wider than this, of at most so many results, each the sum of no more terms than that. */
    private Pieces cut(int widest, int results, int longest) {
        int sums = even(terms, longest);
        int wide = Math.min(columns, widest);
        int high = Math.min(results, SMALL / sums) / wide;
        return new Pieces(Math.min(rows, high >= LANES ? high / LANES * LANES : Math.max(1, high)), wide, sums);
    }

    /** A length in about equal pieces, none longer than {@code longest}. */
    private static int even(int length, int longest) {
        int pieces = Math.ceilDiv(length, longest);
        return pieces == 1 ? length : Math.min(longest, Math.ceilDiv(Math.ceilDiv(length, pieces), LANES) * LANES);
    }
}
