package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * z from x where windows of three lines are one line apart, with two thirds of the multiplications: F(2, 3) of Winograd
 * (1980), as Lavin and Gray (2016) use it, along the lines alone. Two lines of z take four of x, d0 to d3; each of d0 − d2,
 * d1 + d2, d2 − d1 and d1 − d3 goes into one product m0 to m3, with the weights' lines g0, (g0 + g1 + g2) / 2,
 * (g0 − g1 + g2) / 2 and g2, and the two lines are m0 + m1 + m2 and m1 − m2 − m3. What only sees zeros becomes 0 exactly.
 * Taps along a line are multiplied as elsewhere ({@link ShiftedRow}). A few examples go through it together, so that
 * products have some rows even where images are small.
 */
final class WinogradPass {
    /** Products for each two lines. */
    static final int POINTS = 4;
    /** Lines of a window. */
    static final int LINES = 3;
    /** Rows that a product should have at least. */
    private static final int ROWS = 24;
    private static final int MOST_EXAMPLES = 8;

    private final Window across;
    private final int width;
    private final int pairs;
    private final int group;
    private final Tensor seen;
    private final Sweep turnWeight;
    private final List<ExampleStep> split = new ArrayList<>();
    private final List<ExampleStep> join = new ArrayList<>();
    private final List<ShiftedRow> rows = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();

    /**
     * The pass at a place.
     *
     * @param name of the buffers
     * @param w the weight, (3 · taps of a line · channels, filters)
     */
    WinogradPass(Place place, String name, Windows at, Tensor x, Tensor w, Tensor z) {
        across = at.across();
        width = across.output() + across.span() - 1;
        pairs = Math.ceilDiv(at.down().output(), 2);
        group = Math.clamp(Math.ceilDiv(ROWS * across.size(), pairs * width), 1, MOST_EXAMPLES);
        int channels = at.channels();
        int filters = z.columns();
        Tensor turned = place.buffer(name + "-weight", Shape.of(POINTS * across.size() * channels, filters));
        turnWeight = place.sweep(WinogradPass::turnWeight, lines(turned, POINTS), lines(w, LINES));
        seen = place.buffer(name + "-lines", Shape.of(POINTS * plane(), channels));
        Tensor made = place.buffer(name + "-products", Shape.of(POINTS * plane(), filters));
        int line = across.input() * channels;
        int lineOut = across.output() * filters;
        for (int slot = 0; slot < group; slot++) {
            Lines[] in = new Lines[POINTS];
            for (int i = 0; i < POINTS; i++) {
                in[i] = new Lines(x, 0, line, i - at.down().before(), 2, at.down().input());
            }
            Lines[] out = {new Lines(z, 0, lineOut, 0, 2, at.down().output()), new Lines(z, 0, lineOut, 1, 2, at.down()
                    .output())};
            split.add(place.lines(WinogradPass::split, pairs, line, planes(seen, slot, across.before()), in));
            join.add(place.lines(WinogradPass::join, pairs, lineOut, out, planes(made, slot, 0)));
        }
        for (int point = 0; point < POINTS; point++) {
            for (ShiftedRow row : ShiftedRow.of(across)) {
                Tensor into = row.served(made, point * plane(), positions(group));
                Tensor from = seen(row, point);
                Tensor weight = row.weight(turned, point * across.size(), channels);
                rows.add(row);
                products.add(row.tap() == 0 ? place.product(into, from, weight, Form.AB)
                        : place.productAdd(into, from, weight, Form.AB));
            }
        }
    }

    /** Whether it takes clearly fewer multiplications, and the sums and differences are few beside them. */
    static boolean gains(Windows at, int filters) {
        Window down = at.down();
        Window across = at.across();
        int pairs = Math.ceilDiv(down.output(), 2);
        return down.size() == LINES && down.dilation() == 1 && at.dense() && down.before() < LINES && across
                .before() < across.span() && Math.min(at.channels(), filters) >= 8 && POINTS * pairs * 5 <= LINES
                        * down.output() * 4;
    }

    /** The windows of the way back: those of a pass from dz to dx. */
    static Windows back(Windows at, int filters) {
        return new Windows(back(at.down()), back(at.across()), filters);
    }

    private static Window back(Window w) {
        return new Window(w.output(), w.size(), 1, w.dilation(), w.span() - 1 - w.before(), w.input());
    }

    /** How many examples it takes together. */
    int group() {
        return group;
    }

    /** Positions of all examples for one product: of each, one line for each two of z, with the padding around it. */
    int plane() {
        return group * pairs * width;
    }

    /** How many positions of so many examples count. */
    int positions(int examples) {
        return (examples * pairs - 1) * width + across.output();
    }

    /** What a row of taps sees for one of the four products. */
    Tensor seen(ShiftedRow row, int point) {
        return row.seen(seen, point * plane(), positions(group));
    }

    /** The lines of an example in a buffer of four planes. */
    Lines[] planes(Tensor buffer, int slot, int before) {
        Lines[] all = new Lines[POINTS];
        for (int point = 0; point < POINTS; point++) {
            all[point] = new Lines(buffer, (point * plane() + slot * pairs * width + before) * buffer.columns(), width
                    * buffer.columns(), 0, 1, pairs);
        }
        return all;
    }

    /** A weight line by line. */
    static Tensor[] lines(Tensor w, int count) {
        Shape shape = Shape.of(w.shape().extent(0) / count, w.columns());
        Tensor[] all = new Tensor[count];
        for (int i = 0; i < count; i++) {
            all[i] = w.piece(w.name(), i * shape.size(), shape);
        }
        return all;
    }

    /** To be called before the first example, and whenever the weight has changed. */
    void turnWeight() {
        turnWeight.run(1);
    }

    /** Takes x of so many examples from one on. */
    void split(int example, int examples) {
        for (int slot = 0; slot < examples; slot++) {
            split.get(slot).run(example + slot);
        }
    }

    /** z of the examples that were taken. */
    void finish(int example, int examples) {
        int positions = positions(examples);
        for (int i = 0; i < products.size(); i++) {
            products.get(i).run(rows.get(i).count(positions));
        }
        for (int slot = 0; slot < examples; slot++) {
            join.get(slot).run(example + slot);
        }
    }

    private static void split(float[][] write, float[][] read, int n) {
        difference(read[0], read[2], write[0], n);
        Tiles.add(read[1], read[2], write[1], n);
        difference(read[2], read[1], write[2], n);
        difference(read[1], read[3], write[3], n);
    }

    private static void difference(float[] a, float[] b, float[] into, int n) {
        for (int i = 0; i < n; i++) {
            into[i] = a[i] - b[i];
        }
    }

    private static void join(float[][] write, float[][] read, int n) {
        join(read[0], read[1], read[2], read[3], write[0], write[1], n);
    }

    private static void join(float[] m0, float[] m1, float[] m2, float[] m3, float[] even, float[] odd, int n) {
        for (int i = 0; i < n; i++) {
            even[i] = m0[i] + m1[i] + m2[i];
            odd[i] = m1[i] - m2[i] - m3[i];
        }
    }

    private static void turnWeight(float[][] write, float[][] read, int n) {
        turnWeight(read[0], read[1], read[2], write, n);
    }

    private static void turnWeight(float[] g0, float[] g1, float[] g2, float[][] write, int n) {
        System.arraycopy(g0, 0, write[0], 0, n);
        float[] plus = write[1];
        float[] minus = write[2];
        for (int i = 0; i < n; i++) {
            float ends = g0[i] + g2[i];
            plus[i] = 0.5f * (ends + g1[i]);
            minus[i] = 0.5f * (ends - g1[i]);
        }
        System.arraycopy(g2, 0, write[3], 0, n);
    }
}
