package dev.headwater.core.layer;

/**
 * How the windows of a convolution or a pooling lie along one axis. Tap k of window o looks at position
 * {@code o · stride − before + k · dilation}; what lies outside the input is padding.
 *
 * @param input extent of the axis
 * @param size taps of a window
 * @param stride from one window to the next
 * @param dilation from one tap to the next
 * @param before padding in front of the input
 * @param output number of windows
 */
record Window(int input, int size, int stride, int dilation, int before, int output) {
    /** The axis that there is not: one position, one tap. */
    static final Window NONE = new Window(1, 1, 1, 1, 0, 1);

    /** The position of tap k of window o, negative or beyond the input where it is padding. */
    int at(int o, int k) {
        return o * stride - before + k * dilation;
    }

    /** How many positions a window reaches over. */
    int span() {
        return (size - 1) * dilation + 1;
    }

    /** The first tap of window o that is not in front of the input. */
    int first(int o) {
        return Math.min(size, Math.ceilDiv(Math.max(0, -at(o, 0)), dilation));
    }

    /** The tap of window o after the last that is not beyond the input. */
    int end(int o) {
        return Math.clamp(Math.ceilDiv(input - at(o, 0), dilation), 0, size);
    }

    /** The first window whose tap k is not in front of the input. */
    int from(int k) {
        return Math.min(output, Math.ceilDiv(Math.max(0, -at(0, k)), stride));
    }

    /** The window after the last whose tap k is not beyond the input. */
    int to(int k) {
        return Math.clamp(Math.ceilDiv(input - at(0, k), stride), 0, output);
    }
}
