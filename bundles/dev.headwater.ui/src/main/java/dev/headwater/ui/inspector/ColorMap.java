package dev.headwater.ui.inspector;

/**
 * The colors of the heat strip, from dark (small) to light (large). They lie on a path through Oklab along which
 * lightness grows evenly and hue goes from indigo over blue and green to yellow: equal steps look equally large, and
 * those who cannot tell red from green, or see no color at all, read it by lightness alone. The points of the path are
 * this project's own; the figures of the conversion are those of Oklab (B. Ottosson, "A perceptual color space for
 * image processing", 2020) and of sRGB (IEC 61966-2-1).
 */
final class ColorMap {
    /** How many colors there are. */
    static final int SIZE = 240;
    /** The decimal logarithm that gets the first color; what is smaller gets it too. */
    static final int LOWEST = -8;
    /** The decimal logarithm that gets the last color; what is larger gets it too. */
    static final int HIGHEST = 0;

    /** Lightness, green to red, blue to yellow. */
    private static final double[][] PATH = {{0.20, 0.025, -0.105}, {0.44, -0.030, -0.095}, {0.68, -0.105, 0.020},
            {0.92, -0.040, 0.165}};
    private static final int[] COLORS = new int[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            double at = i * (PATH.length - 1.0) / (SIZE - 1);
            int leg = Math.min((int) at, PATH.length - 2);
            double share = at - leg;
            double[] lab = new double[3];
            for (int k = 0; k < 3; k++) {
                lab[k] = PATH[leg][k] + share * (PATH[leg + 1][k] - PATH[leg][k]);
            }
            COLORS[i] = rgb(lab);
        }
    }

    private ColorMap() {
    }

    /** The index of the color for a decimal logarithm. */
    static int index(double log) {
        return Math.clamp(Math.round((log - LOWEST) / (HIGHEST - LOWEST) * (SIZE - 1)), 0, SIZE - 1);
    }

    /** A color, as {@code 0xRRGGBB}. */
    static int color(int index) {
        return COLORS[index];
    }

    private static int rgb(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        double red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
        double green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
        double blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int channel(double linear) {
        double clipped = Math.clamp(linear, 0, 1);
        double encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
