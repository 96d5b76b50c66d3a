package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The products where windows are one step apart, without laying them side by side: in an example with its padding
 * around it, what a tap looks at from window to window is the example itself, shifted. A matrix with one row for each
 * position of that grid, times the tap's weight, is added up in z; the few rows that stand for windows across the end of
 * a line are computed too and thrown away. Taps of a line are multiplied together where they can be ({@link ShiftedRow}).
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

        int positions = (down.output() - 1) * width + across.output();
        List<Integer> counts = new ArrayList<>();
        for (int ky = 0; ky < down.size(); ky++) {
            int from = ky * down.dilation() * width;
            int firstTap = ky * across.size();
            for (ShiftedRow row : ShiftedRow.of(across)) {
                Tensor seen = row.seen(grid, from, positions);
                Tensor made = row.served(out, 0, positions);
                Tensor told = row.served(dOut, 0, positions);
                Tensor wHere = row.weight(w, firstTap, channels);
                Tensor dwHere = row.weight(dw, firstTap, channels);
                counts.add(row.count(positions));
                this.z.add(firstTap + row.tap() == 0 ? place.product(made, seen, wHere, Form.AB)
                        : place.productAdd(made, seen, wHere, Form.AB));
                this.dw.add(place.productAdd(dwHere, seen, told, Form.ATB));
                firstDw.add(row.phase() > 0 ? this.dw.getLast() : place.product(dwHere, seen, told, Form.ATB));
                if (needed) {
                    Tensor wtHere = wt.stretch(0, Shape.of(wt.columns()), filters).piece(wt.name(), (firstTap + row
                            .tap()) * channels, Shape.of(row.together() * channels));
                    dx.add(place.productAdd(row.seen(dGrid, from, positions), told, wtHere, Form.AB));
                }
            }
        }
        lengths = counts.stream().mapToInt(Integer::intValue).toArray();
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
