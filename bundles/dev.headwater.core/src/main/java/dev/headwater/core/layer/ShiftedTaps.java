package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The products where windows are one step apart, without laying them side by side: in an example with its padding
 * around it, what a tap looks at from window to window is the example itself, shifted. A matrix with one row for each
 * position of that grid, times the tap's weight, is added up in z; the few rows that stand for windows across the end of
 * a line are computed too and thrown away. The taps of a line lie together, so where they follow each other without
 * dilation, each n-th row of the grid sees all n of them at once, and n products of n times the width take their place.
 */
final class ShiftedTaps implements Taps {
    private final ExampleStep surround;
    private final ExampleStep crop;
    private final ExampleStep spread;
    private final ExampleStep clear;
    private final ExampleStep uncover;
    private final List<Product> z = new ArrayList<>();
    private final List<Product> firstDw = new ArrayList<>();
    private final List<Product> dw = new ArrayList<>();
    private final List<Product> dx = new ArrayList<>();
    private final int[] lengths;

    ShiftedTaps(Place place, Windows at, Tensor z, Tensor w, Tensor wt, Tensor dw) {
        Window down = at.down();
        Window across = at.across();
        int channels = at.channels();
        int filters = z.columns();
        int width = across.output() + across.span() - 1;
        int height = down.output() + down.span() - 1;
        Tensor grid = place.buffer("padded", Shape.of(height * width, channels));
        Tensor out = place.buffer("padded-outputs", Shape.of(down.output() * width, filters));
        Tensor dOut = place.buffer("padded-output-gradients", out.shape());
        Copies into = Copies.lines(down.input(), across.input() * channels, (down.before() * width + across.before())
                * channels, width * channels, 0, across.input() * channels);
        Copies back = Copies.lines(down.input(), across.input() * channels, 0, across.input() * channels, (down
                .before() * width + across.before()) * channels, width * channels);
        int line = across.output() * filters;
        surround = place.copies(grid, place.input(0), into);
        crop = place.copies(z, out, Copies.lines(down.output(), line, 0, line, 0, width * filters));
        spread = place.copies(dOut, place.outputGradient(), Copies.lines(down.output(), line, 0, width * filters, 0,
                line));
        boolean needed = place.needsInputGradient(0);
        Tensor dGrid = needed ? place.buffer("padded-gradient", grid.shape()) : null;
        Tensor nothing = needed ? place.buffer("padded-zeros", grid.shape()) : null;
        clear = needed ? place.copies(dGrid, nothing, Copies.lines(1, grid.shape().size(), 0, 0, 0, 0))
                : ExampleStep.NONE;
        uncover = needed ? place.copies(place.inputGradient(0), dGrid, back) : ExampleStep.NONE;

        int together = across.dilation() == 1 ? across.size() : 1;
        int positions = (down.output() - 1) * width + across.output();
        List<Integer> counts = new ArrayList<>();
        for (int ky = 0; ky < down.size(); ky++) {
            for (int kx = 0; kx < across.size(); kx += together) {
                int tap = (ky * across.size() + kx) * channels;
                Tensor wHere = rows(w, tap, together * channels);
                Tensor wtHere = needed ? wt.stretch(0, Shape.of(wt.columns()), filters).piece(wt.name(), tap, Shape.of(
                        together * channels)) : null;
                Tensor dwHere = rows(dw, tap, together * channels);
                for (int phase = 0; phase < together; phase++) {
                    int count = Math.ceilDiv(positions - phase, together);
                    int from = ky * down.dilation() * width + kx * across.dilation() + phase;
                    Tensor seen = every(grid, from, together, count, together);
                    Tensor made = every(out, phase, together, count, 1);
                    Tensor told = every(dOut, phase, together, count, 1);
                    counts.add(count);
                    this.z.add(tap == 0 ? place.product(made, seen, wHere, Form.AB)
                            : place.productAdd(made, seen, wHere, Form.AB));
                    this.dw.add(place.productAdd(dwHere, seen, told, Form.ATB));
                    firstDw.add(phase > 0 ? this.dw.getLast() : place.product(dwHere, seen, told, Form.ATB));
                    if (needed) {
                        dx.add(place.productAdd(every(dGrid, from, together, count, together), told, wtHere, Form.AB));
                    }
                }
            }
        }
        lengths = counts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Some rows of a matrix. */
    private static Tensor rows(Tensor matrix, int from, int count) {
        return matrix.piece(matrix.name(), from * matrix.columns(), Shape.of(count, matrix.columns()));
    }

    /** Each {@code step}-th row of a grid from one on, or as many that follow each other as one row. */
    private static Tensor every(Tensor grid, int from, int step, int count, int joined) {
        int columns = grid.columns();
        Tensor lines = grid.stretch(from * columns, Shape.of(step * columns), count);
        return joined == step ? lines : lines.piece(grid.name(), 0, Shape.of(columns));
    }

    @Override
    public void forward(int rows) {
        for (int i = 0; i < rows; i++) {
            surround.run(i);
            run(z);
            crop.run(i);
        }
    }

    @Override
    public void backward(int rows) {
        for (int i = 0; i < rows; i++) {
            surround.run(i);
            spread.run(i);
            run(i == 0 ? firstDw : dw);
            clear.run(i);
            run(dx);
            uncover.run(i);
        }
    }

    private void run(List<Product> products) {
        for (int i = 0; i < products.size(); i++) {
            products.get(i).run(lengths[i]);
        }
    }
}
