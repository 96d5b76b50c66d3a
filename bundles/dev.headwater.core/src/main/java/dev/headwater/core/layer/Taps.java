package dev.headwater.core.layer;

/** The products of a convolution: z from x and w, and backward dw and dx from dz. */
interface Taps {
    /** z for the first {@code rows} examples. */
    void forward(int rows);

    /** dw as the sum over them, and dx where it is needed. */
    void backward(int rows);
}
