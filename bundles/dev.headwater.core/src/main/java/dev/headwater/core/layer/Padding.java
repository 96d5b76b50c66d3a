package dev.headwater.core.layer;

import java.util.List;

/**
 * What is laid around an input before windows slide over it: {@code valid} is nothing, {@code same} as much as gives
 * ⌈input / stride⌉ windows (an odd one behind), and numbers are so many on both sides of each axis.
 *
 * @param same whether it is {@code same}
 * @param sides padding on either side of each axis, where it is not
 */
record Padding(boolean same, int[] sides) {
    private static final int MAX = 1 << 20;

    /**
     * The padding that a setting says.
     *
     * @throws IllegalArgumentException if it is no word and no number, or of another number of axes
     */
    static Padding of(String layer, int axes, List<String> setting) {
        String word = setting.size() == 1 ? setting.get(0) : "";
        if (word.equals("valid") || word.equals("same")) {
            return new Padding(word.equals("same"), new int[axes]);
        }
        int[] sides = new int[axes];
        if (setting.size() != 1 && setting.size() != axes) {
            throw refusal(layer, axes, setting);
        }
        for (int i = 0; i < axes; i++) {
            String number = setting.get(setting.size() == 1 ? 0 : i);
            if (!number.matches("\\d{1,7}") || Integer.parseInt(number) > MAX) {
                throw refusal(layer, axes, setting);
            }
            sides[i] = Integer.parseInt(number);
        }
        return new Padding(false, sides);
    }

    private static IllegalArgumentException refusal(String layer, int axes, List<String> setting) {
        return new IllegalArgumentException("padding of " + layer + " must be \"valid\", \"same\" or "
                + (axes == 1 ? "a whole number such as 1" : "whole numbers such as 1 or [1, 2]") + " up to " + MAX
                + ", was " + setting);
    }
}
