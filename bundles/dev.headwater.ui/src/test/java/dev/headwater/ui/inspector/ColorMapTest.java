package dev.headwater.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColorMapTest {
    /** CIE lightness of a color, from 0 to 100. */
    private static double lightness(int rgb) {
        double y = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void lightnessGrowsWithEveryColor() {
        for (int i = 1; i < ColorMap.SIZE; i++) {
            double step = lightness(ColorMap.color(i)) - lightness(ColorMap.color(i - 1));
            assertTrue(step > 0, i + ": " + step);
        }
    }

    @Test
    void equalStepsLookAboutEquallyLarge() {
        double span = lightness(ColorMap.color(ColorMap.SIZE - 1)) - lightness(ColorMap.color(0));
        assertTrue(span > 75, "from dark to light: " + span);
        int tenth = ColorMap.SIZE / 10;
        for (int i = 0; i + tenth < ColorMap.SIZE; i++) {
            double step = lightness(ColorMap.color(i + tenth)) - lightness(ColorMap.color(i));
            assertTrue(step > 0.7 * span / 10 && step < 1.4 * span / 10, i + ": " + step);
        }
    }

    @Test
    void smallValuesAreDarkAndTheEndsHold() {
        assertEquals(0, ColorMap.index(-8));
        assertEquals(0, ColorMap.index(-300));
        assertEquals(ColorMap.SIZE - 1, ColorMap.index(0));
        assertEquals(ColorMap.SIZE - 1, ColorMap.index(300));
        assertTrue(ColorMap.index(-5) < ColorMap.index(-4.9));
    }

    @Test
    void texturesAreTwoColoredAndNoneIsAColorOfTheMap() {
        for (Texture texture : Texture.values()) {
            int ground = texture.color(1, 2);
            int line = texture.color(0, 0);
            assertTrue(Math.abs(lightness(ground) - lightness(line)) > 40);
            for (int i = 0; i < ColorMap.SIZE; i++) {
                assertTrue(ColorMap.color(i) != ground && ColorMap.color(i) != line);
            }
        }
    }
}
