package dev.headwater.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"3.3604e-6,3.36e-06", "0,0", "-0.0,0", "NaN,NaN", "Infinity,inf", "-Infinity,-inf", "-12.345,-1.23e+01",
            "4.9e-324,4.90e-324"})
    void scientificHasThreeDigits(double value, String text) {
        assertEquals(text, Figures.scientific(value));
    }

    @ParameterizedTest
    @CsvSource({"0.497,0.497", "12.34,12.3", "2.054e-5,2.05e-05", "99.96,100", "123456,1.23e+05"})
    void realIsPlainWhereThatIsShort(double value, String text) {
        assertEquals(text, Figures.real(value));
    }

    @Test
    void aSmallShareIsNotNothing() {
        assertEquals("0%", Figures.share(0));
        assertEquals("<1%", Figures.share(1e-9));
        assertEquals("50%", Figures.share(0.5));
        assertEquals("-", Figures.share(Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({"0,5,1", "4,5,1", "5,5,2", "9,5,2", "10,5,5", "1799,10,200", "48000,12,5000", "999999999,8,200000000"})
    void ticksAreRoundNumbersAndNotTooMany(long range, int most, long distance) {
        assertEquals(distance, StepTicks.distance(range, most));
    }
}
