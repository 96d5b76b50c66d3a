package dev.headwater.trainer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void barsOfOneScaleGrowWithThePowerOfTen() {
        Bar bar = Bar.over(new double[] {1e-8, 1e-4, 1, 0, Double.NaN}, 10, false);
        assertEquals("##########", bar.of(1));
        assertEquals("..........", bar.of(0));
        assertEquals("!!!!!!!!!!", bar.of(Double.NaN));
        assertTrue(hashes(bar.of(1e-8)) > 0 && hashes(bar.of(1e-8)) < hashes(bar.of(1e-4)));
        assertEquals("bars: logarithmic, empty at 1e-9, full at 1e0", bar.legend());
    }

    private static long hashes(String bar) {
        return bar.chars().filter(c -> c == '#').count();
    }

    @Test
    void whatDiffersLittleLooksAlike() {
        Bar bar = Bar.over(new double[] {0.5, 0.9}, 10, false);
        assertTrue(hashes(bar.of(0.9)) - hashes(bar.of(0.5)) <= 1);
    }

    @Test
    void blockCharactersShowEighths() {
        assertEquals("█▌  ", Bar.linear(0.375, 4, true));
        assertEquals("████", Bar.linear(1.5, 4, true));
        assertEquals("    ", Bar.linear(-1, 4, true));
        for (int i = 0; i <= 100; i++) {
            assertEquals(7, Bar.linear(i / 100.0, 7, true).length());
        }
    }

    @Test
    void nothingRecordedIsStillAScale() {
        assertEquals("          ", Bar.over(new double[0], 10, true).of(0));
    }

    @Test
    void numbersHaveThreeDigits() {
        assertEquals("0.497", Numbers.real(0.4967));
        assertEquals("12.3", Numbers.real(12.34));
        assertEquals("2.05e-05", Numbers.real(2.05e-5));
        assertEquals("-0.00123", Numbers.real(-0.00123));
        assertEquals("1.00e+30", Numbers.real(1e30));
        assertEquals("0", Numbers.real(0));
        assertEquals("NaN", Numbers.real(Double.NaN));
        assertEquals("-inf", Numbers.scientific(Double.NEGATIVE_INFINITY));
        assertEquals("49.7 %", Numbers.percent(0.4966));
        assertEquals("24.1 KiB", Numbers.bytes(24_700));
        assertEquals("512 bytes", Numbers.bytes(512));
        assertEquals("0:07", Numbers.clock(7.2));
        assertEquals("1:02:03", Numbers.clock(3723));
        assertEquals("1 step", Numbers.plural(1, "step"));
        assertEquals("1,000 steps", Numbers.plural(1000, "step"));
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table().left("layer").right("norm");
        table.row("a", "1");
        table.row("a-long-name", "12345");
        assertEquals(List.of("layer         norm", "a                1", "a-long-name  12345"), table.lines(0));
    }

    @Test
    void textIsBrokenBetweenWords() {
        List<String> lines = Wrapped.lines("word ".repeat(50).strip(), 4);
        lines.forEach(line -> assertTrue(line.length() <= Screen.WIDTH && line.startsWith("    word"), line));
        assertEquals(50, String.join("", lines).split("word", -1).length - 1);
    }
}
