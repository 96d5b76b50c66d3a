package dev.headwater.core.law;

import java.nio.charset.StandardCharsets;

/**
 * The numbers that a noisy layer of the bench (node "bench", seed 1, step 0) must draw, from the rule alone: the k-th
 * value of the batch is SplitMix64 of (key + step · 2³² + k), whose high bits are a uniform number; a normal one is the
 * quantile of it. Written without the engine's Noise and Seeds.
 */
final class PlainNoise {
    private PlainNoise() {
    }

    /** From [0, 1), in steps of 2⁻²⁴ so that a float holds it. */
    static double uniform(String purpose, long k) {
        return (splitMix64(key(purpose) + k) >>> 40) / (double) (1 << 24);
    }

    /** With mean 0 and variance 1. */
    static double normal(String purpose, long k) {
        double p = ((splitMix64(key(purpose) + k) >>> 11) + 0.5) / (1L << 53);
        double low = -9;
        double high = 9;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The normal distribution function, ½ + φ(x) (x + x³/3 + x⁵/15 + …). */
    private static double distribution(double x) {
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-18 && i < 400; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static long key(String purpose) {
        long hash = 0xCBF29CE484222325L;
        for (String name : new String[] {"noise", "bench", purpose}) {
            for (byte b : (name + '\0').getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ b) * 0x100000001B3L;
            }
        }
        return splitMix64(splitMix64(1) ^ hash);
    }

    private static long splitMix64(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
