package dev.headwater.core.initializer;

/**
 * The size of a real square matrix's largest eigenvalue, in double: reduction to Hessenberg form by elimination, then
 * Francis's implicit double shift QR steps (Francis 1961; Golub and Van Loan, section 7.5). About 10 n³ multiply-adds,
 * the same bits on every machine.
 */
final class Eigenvalues {
    private static final int STEPS = 60;
    private static final double EPSILON = 0x1p-52;

    private final double[][] h;
    private double largest;

    private Eigenvalues(double[][] matrix) {
        h = new double[matrix.length][];
        for (int i = 0; i < h.length; i++) {
            h[i] = matrix[i].clone();
        }
    }

    /**
     * The largest |λ| of {@code matrix}, which stays as it is.
     *
     * @throws ArithmeticException if the iteration does not converge, which a finite matrix has not been seen to do
     */
    static double largest(double[][] matrix) {
        Eigenvalues eigen = new Eigenvalues(matrix);
        eigen.reduce();
        eigen.iterate();
        return eigen.largest;
    }

    /** To zeros below the first subdiagonal, by elimination with the largest pivot of each column. */
    private void reduce() {
        int n = h.length;
        for (int k = 1; k < n - 1; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(h[i][k - 1]) > Math.abs(h[pivot][k - 1]) ? i : pivot;
            }
            if (h[pivot][k - 1] == 0) {
                continue;
            }
            double[] row = h[pivot];
            h[pivot] = h[k];
            h[k] = row;
            for (double[] other : h) {
                double value = other[pivot];
                other[pivot] = other[k];
                other[k] = value;
            }
            eliminate(k);
        }
    }

    /** Row i loses m_i times row k, column k gains m_i times column i: a similarity. */
    private void eliminate(int k) {
        int n = h.length;
        double[] factors = new double[n];
        double[] base = h[k];
        for (int i = k + 1; i < n; i++) {
            double m = h[i][k - 1] / base[k - 1];
            factors[i] = m;
            h[i][k - 1] = 0;
            if (m != 0) {
                double[] row = h[i];
                for (int j = k; j < n; j++) {
                    row[j] -= m * base[j];
                }
            }
        }
        for (double[] row : h) {
            double sum = 0;
            for (int i = k + 1; i < n; i++) {
                sum += factors[i] * row[i];
            }
            row[k] += sum;
        }
    }

    /** Splits off the last one or two eigenvalues of the active block until nothing is left. */
    private void iterate() {
        int last = h.length - 1;
        int steps = 0;
        while (last >= 0) {
            int first = first(last);
            if (first == last) {
                largest = Math.max(largest, Math.abs(h[last][last]));
                last--;
                steps = 0;
            } else if (first == last - 1) {
                pair(last);
                last -= 2;
                steps = 0;
            } else if (steps++ < STEPS) {
                francis(first, last, steps % 10 == 0);
            } else {
                throw new ArithmeticException("the eigenvalues of a matrix of " + h.length
                        + " rows did not converge");
            }
        }
    }

    /** Where the block that ends at {@code last} begins: behind the nearest subdiagonal value that is as good as 0. */
    private int first(int last) {
        int k = last;
        while (k > 0) {
            double size = Math.abs(h[k][k]) + Math.abs(h[k - 1][k - 1]);
            if (Math.abs(h[k][k - 1]) <= EPSILON * (size == 0 ? norm(last) : size)) {
                h[k][k - 1] = 0;
                return k;
            }
            k--;
        }
        return 0;
    }

    private double norm(int last) {
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            for (int j = Math.max(0, i - 1); j <= last; j++) {
                sum = Math.max(sum, Math.abs(h[i][j]));
            }
        }
        return sum;
    }

    /** The eigenvalues of the two by two block that ends at {@code last}. */
    private void pair(int last) {
        double half = (h[last - 1][last - 1] + h[last][last]) / 2;
        double apart = (h[last - 1][last - 1] - h[last][last]) / 2;
        double square = apart * apart + h[last - 1][last] * h[last][last - 1];
        double size = square >= 0 ? Math.abs(half) + Math.sqrt(square) : Math.sqrt(half * half - square);
        largest = Math.max(largest, size);
    }

    /** One double shift step on the block; an exceptional shift breaks cycles. */
    private void francis(int first, int last, boolean exceptional) {
        double trace = h[last - 1][last - 1] + h[last][last];
        double determinant = h[last - 1][last - 1] * h[last][last] - h[last - 1][last] * h[last][last - 1];
        if (exceptional) {
            double size = Math.abs(h[last][last - 1]) + Math.abs(h[last - 1][last - 2]);
            trace = 1.5 * size;
            determinant = size * size;
        }
        double a = h[first][first];
        double below = h[first + 1][first];
        double x = a * a + h[first][first + 1] * below - trace * a + determinant;
        double y = below * (a + h[first + 1][first + 1] - trace);
        double z = below * h[first + 2][first + 1];
        for (int k = first; k < last; k++) {
            int size = k == last - 1 ? 2 : 3;
            reflect(k, size, first, last, x, y, size == 2 ? 0 : z);
            x = h[k + 1][k];
            y = k + 2 <= last ? h[k + 2][k] : 0;
            z = k + 3 <= last ? h[k + 3][k] : 0;
        }
    }

    /** Applies the reflection that takes (x, y, z) to a multiple of (1, 0, 0), from both sides, to rows k to k + 2. */
    private void reflect(int k, int size, int first, int last, double x, double y, double z) {
        double scale = Math.abs(x) + Math.abs(y) + Math.abs(z);
        if (scale == 0) {
            return;
        }
        double v0 = x / scale;
        double v1 = y / scale;
        double v2 = z / scale;
        double norm = Math.sqrt(v0 * v0 + v1 * v1 + v2 * v2);
        v0 += v0 < 0 ? -norm : norm;
        double beta = 2 / (v0 * v0 + v1 * v1 + v2 * v2);
        double[] r0 = h[k];
        double[] r1 = h[k + 1];
        double[] r2 = size == 3 ? h[k + 2] : null;
        int from = Math.max(first, k - 1);
        for (int j = from; j <= last; j++) {
            double sum = beta * (v0 * r0[j] + v1 * r1[j] + (r2 == null ? 0 : v2 * r2[j]));
            r0[j] -= sum * v0;
            r1[j] -= sum * v1;
            if (r2 != null) {
                r2[j] -= sum * v2;
            }
        }
        if (k > first) {
            r1[k - 1] = 0;
            if (r2 != null) {
                r2[k - 1] = 0;
            }
        }
        int to = Math.min(last, k + 3);
        for (int i = first; i <= to; i++) {
            double[] row = h[i];
            double sum = beta * (v0 * row[k] + v1 * row[k + 1] + (size == 3 ? v2 * row[k + 2] : 0));
            row[k] -= sum * v0;
            row[k + 1] -= sum * v1;
            if (size == 3) {
                row[k + 2] -= sum * v2;
            }
        }
    }
}
