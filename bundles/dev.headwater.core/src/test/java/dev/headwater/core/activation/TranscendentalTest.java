package dev.headwater.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TranscendentalTest {
    @Test
    void expAgreesWithTheJdkOverItsWholeRange() {
        for (double t = -699; t < 700; t += 0.37) {
            assertEquals(1, Transcendental.exp(t) / StrictMath.exp(t), 1e-15, "e^" + t);
        }
        assertEquals(1, Transcendental.exp(0));
        assertEquals(StrictMath.exp(700), Transcendental.exp(1e308), 1e290);
        assertEquals(0, (float) Transcendental.exp(Double.NEGATIVE_INFINITY));
        assertTrue(Double.isNaN(Transcendental.exp(Double.NaN)));
    }

    /** Near 0 from erf's Taylor series, far out from the continued fraction of Laplace. */
    @Test
    void scaledErfcAgreesWithTheSeriesAndTheContinuedFraction() {
        for (double x = 0; x < 2.5; x += 0.05) {
            double term = x;
            double erf = x;
            for (int n = 1; n < 120; n++) {
                term *= -x * x / n;
                erf += term / (2 * n + 1);
            }
            double erfc = 1 - 2 / Math.sqrt(Math.PI) * erf;
            assertEquals(erfc, Transcendental.scaledErfc(x) * StrictMath.exp(-x * x), 2e-14, "erfc " + x);
        }
        for (double x = 2; x < 500; x *= 1.1) {
            double fraction = 0;
            for (int n = 400; n > 0; n--) {
                fraction = n / 2.0 / (x + fraction);
            }
            double expected = 1 / (Math.sqrt(Math.PI) * (x + fraction));
            assertEquals(1, Transcendental.scaledErfc(x) / expected, 1e-13, "erfcx " + x);
        }
    }

    @Test
    void gainsArePyTorchsAndElsewhereKeepTheSecondMoment() {
        assertEquals(1, new Sigmoid().gain());
        assertEquals(5.0 / 3, new Tanh().gain());
        assertEquals(Math.sqrt(2), new Relu().gain());
        assertEquals(Math.sqrt(2 / 1.04), new LeakyRelu(0.2).gain(), 1e-15);
        assertEquals(0.75, new Selu().gain());
        assertEquals(Math.sqrt(2), Gain.of(new Relu()), 1e-6);
        assertEquals(1, Gain.of(new Selu()), 1e-6); // what its constants were made for
        assertEquals(1 / Math.E, new Exp().gain(), 1e-6); // E[e^2z] = e²
        assertEquals(Math.sqrt(2), new Elu(0).gain(), 1e-6);
    }
}
