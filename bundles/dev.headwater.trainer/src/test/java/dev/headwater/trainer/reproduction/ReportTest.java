package dev.headwater.trainer.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Finding finding(Judge judge, double... values) {
        return new Finding(new Claim("what", "paper", "0.5", judge, (trials, seed) -> 0), values, 1.5, null);
    }

    @Test
    void judgesSayWhatTheyAllow() {
        assertEquals(true, Judge.near(0.5, 0.03).of(new double[] {0.1, 0.52, 0.9}));
        assertEquals(false, Judge.near(0.5, 0.03).of(new double[] {0.5, 0.54, 0.9}));
        assertEquals(true, Judge.atMost(1e-3).of(new double[] {9e-4, 1e-3, 7}));
        assertEquals(false, Judge.atMost(1e-3).of(new double[] {9e-4, 2e-3}));
        assertEquals(true, Judge.atLeast(0.8).of(new double[] {0.8}));
        assertEquals(false, Judge.atLeast(0.8).of(new double[] {0.79, 0.79, 0.99}));
        assertEquals(false, Judge.atLeast(0.8).of(new double[] {Double.NaN}));
        assertEquals(true, Judge.between(1, 2).of(new double[] {2}));
        assertEquals(false, Judge.between(1, 2).of(new double[] {2.1}));
    }

    @Test
    void aShareNeedsTenSeedsAtLeast() {
        Judge half = Judge.share(0.15, 0.2, 0.8);
        assertNull(half.of(new double[] {0.1, 0.9}));
        assertEquals(true, half.of(new double[] {0.1, 0.15, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9}));
        assertEquals(false, half.of(new double[] {0.1, 0.16, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9}));
    }

    @Test
    void aSuccessThatDidNotComeIsNoMedian() {
        assertEquals(true, Judge.effort(100, 3).of(new double[] {300, 10, 900}));
        assertEquals(false, Judge.effort(100, 3).of(new double[] {10, 10, Double.NaN}));
        assertEquals(true, Judge.always().of(new double[] {5, 9e9}));
        assertEquals(false, Judge.always().of(new double[] {5, Double.NaN}));
        assertEquals(true, Judge.never().of(new double[] {Double.NaN, Double.NaN}));
        assertEquals(false, Judge.never().of(new double[] {Double.NaN, 5}));
        Finding never = finding(Judge.never(), Double.NaN, Double.NaN);
        assertTrue(Report.table(List.of(never)).get(1).contains("none"), Report.table(List.of(never)).toString());
        assertTrue(never.good());
    }

    @Test
    void theTableNamesWhatIsOutsideAndWhatIsMissing() {
        Finding needs = new Finding(new Claim("other", "paper", "-", Judge.any(), (trials, seed) -> 0), new double[0],
                0,
                "the layer Sponge");
        List<String> lines = Report.table(List.of(finding(Judge.near(0.5, 0.01), 0.6, 0.7), needs));
        String all = String.join("\n", lines);
        assertTrue(all.contains("0.650") && all.contains("0.600 to 0.700") && all.contains("1.50 s"), all);
        assertTrue(all.contains("NO") && all.contains("what: allowed is median 0.500 ± 0.0100"), all);
        assertTrue(all.contains("not run") && all.contains("other: needs the layer Sponge"), all);
        assertFalse(needs.good());
        assertTrue(needs.toJson().toString().contains("the layer Sponge"), needs.toJson().toString());
    }

    @Test
    void theSeriesAreThoseOfTheirEquations() {
        double[] mg = Series.mackeyGlass(17, 3000, 1);
        assertEquals(0.05, Series.variance(mg, 0), 0.02);
        double[] u = {0.1, 0.2, 0.3, 0.4, 0.5, 0.1, 0.2, 0.3, 0.4, 0.5, 0.2};
        double[] y = Series.narma(u);
        assertEquals(0.1, y[0], 1e-15);
        assertEquals(0.3 * 0.1 + 0.05 * 0.1 * 0.1 + 0.1, y[1], 1e-15);
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += y[i];
        }
        assertEquals(0.3 * y[9] + 0.05 * y[9] * sum + 1.5 * u[1] * u[10] + 0.1, y[10], 1e-15);
    }
}
