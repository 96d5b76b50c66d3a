package dev.headwater.ui.inspector;

import org.eclipse.swt.graphics.Color;

/** Colors made of those of the theme, so that they suit a light and a dark one. */
final class Shades {
    private Shades() {
    }

    /** The color a part of the way from one to another. */
    static Color between(Color from, Color to, float share) {
        return new Color(mix(from.getRed(), to.getRed(), share), mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, float share) {
        return Math.round(from + share * (to - from));
    }
}
