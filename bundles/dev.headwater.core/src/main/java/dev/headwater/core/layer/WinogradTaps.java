package dev.headwater.core.layer;

import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The products of windows of three lines that are one step apart, by way of sums and differences of lines
 * ({@link WinogradPass}). dx is such a pass itself, over dz with the taps turned round. For dw the formula is read
 * backward: each product's weight has the gradient of what it saw times u0 = e0, u1 = e0 + e1, u2 = e0 − e1 and u3 = −e1
 * of two lines e0, e1 of dz, and the lines of the weight have s0 + (s1 + s2) / 2, (s1 − s2) / 2 and (s1 + s2) / 2 + s3.
 */
final class WinogradTaps implements Taps {
    private final WinogradPass there;
    private final WinogradPass back;
    private final List<ExampleStep> tell = new ArrayList<>();
    private final List<ShiftedRow> rows = new ArrayList<>();
    private final List<Product> firstDw = new ArrayList<>();
    private final List<Product> dw = new ArrayList<>();
    private final Sweep joinDw;

    /** {@code turned} is the weight for the way back, (taps from the last to the first · filters, channels). */
    WinogradTaps(Place place, Windows at, Tensor z, Tensor w, Tensor turned, Tensor dw) {
        Window across = at.across();
        Tensor dz = place.outputGradient();
        there = new WinogradPass(place, "winograd", at, place.input(0), w, z);
        back = turned == null ? null
                : new WinogradPass(place, "winograd-back", WinogradPass.back(at, z.columns()), dz, turned, place
                        .inputGradient(0));
        Tensor told = place.buffer("winograd-gradients", Shape.of(WinogradPass.POINTS * there.plane(), z.columns()));
        Tensor sums = place.buffer("winograd-weight-gradient", Shape.of(WinogradPass.POINTS * across.size() * at
                .channels(), z.columns()));
        int line = across.output() * z.columns();
        for (int slot = 0; slot < there.group(); slot++) {
            tell.add(place.lines(WinogradTaps::tell, Math.ceilDiv(at.down().output(), 2), line, there.planes(told, slot,
                    0), new Lines(dz, 0, line, 0, 2, at.down().output()), new Lines(dz, 0, line, 1, 2, at.down()
                            .output())));
        }
        for (int point = 0; point < WinogradPass.POINTS; point++) {
            for (ShiftedRow row : ShiftedRow.of(across)) {
                Tensor seen = there.seen(row, point);
                Tensor heard = row.served(told, point * there.plane(), there.positions(there.group()));
                Tensor sum = row.weight(sums, point * across.size(), at.channels());
                rows.add(row);
                this.dw.add(place.productAdd(sum, seen, heard, Form.ATB));
                firstDw.add(row.phase() > 0 ? this.dw.getLast() : place.product(sum, seen, heard, Form.ATB));
            }
        }
        joinDw = place.sweep(WinogradTaps::joinDw, WinogradPass.lines(dw, WinogradPass.LINES), WinogradPass.lines(sums,
                WinogradPass.POINTS));
    }

    @Override
    public void forward(int rows) {
        there.turnWeight();
        for (int i = 0; i < rows; i += there.group()) {
            int examples = Math.min(there.group(), rows - i);
            there.split(i, examples);
            there.finish(i, examples);
        }
    }

    @Override
    public void backward(int rows) {
        for (int i = 0; i < rows; i += there.group()) {
            int examples = Math.min(there.group(), rows - i);
            there.split(i, examples);
            for (int slot = 0; slot < examples; slot++) {
                tell.get(slot).run(i + slot);
            }
            int positions = there.positions(examples);
            for (int k = 0; k < dw.size(); k++) {
                (i == 0 ? firstDw : dw).get(k).run(this.rows.get(k).count(positions));
            }
        }
        joinDw.run(1);
        if (back != null) {
            back.turnWeight();
            for (int i = 0; i < rows; i += back.group()) {
                int examples = Math.min(back.group(), rows - i);
                back.split(i, examples);
                back.finish(i, examples);
            }
        }
    }

    private static void tell(float[][] write, float[][] read, int n) {
        System.arraycopy(read[0], 0, write[0], 0, n);
        tell(read[0], read[1], write[1], write[2], write[3], n);
    }

    private static void tell(float[] even, float[] odd, float[] sum, float[] difference, float[] minus, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = even[i] + odd[i];
            difference[i] = even[i] - odd[i];
            minus[i] = -odd[i];
        }
    }

    private static void joinDw(float[][] write, float[][] read, int n) {
        joinDw(read[0], read[1], read[2], read[3], write[0], write[1], write[2], n);
    }

    private static void joinDw(float[] s0, float[] s1, float[] s2, float[] s3, float[] g0, float[] g1, float[] g2,
            int n) {
        for (int i = 0; i < n; i++) {
            float half = 0.5f * (s1[i] + s2[i]);
            g0[i] = s0[i] + half;
            g1[i] = 0.5f * (s1[i] - s2[i]);
            g2[i] = s3[i] + half;
        }
    }
}
