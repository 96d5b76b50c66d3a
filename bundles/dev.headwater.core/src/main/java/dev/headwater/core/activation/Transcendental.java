package dev.headwater.core.activation;

/**
 * Transcendental functions in double arithmetic: without a branch, and of plain sums and products alone, so that every
 * machine computes the same bits. NaN stays NaN.
 */
final class Transcendental {
    /** Arguments are held within ±this, where e^±t is far outside the range of a float already. */
    static final double FAR = 700;

    static final double ROOT_HALF = 0.7071067811865476;
    /** 1 / √(2 π). */
    static final double NORMAL_PEAK = 0.3989422804014327;

    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two pieces: the first has so few bits that any whole number of up to 11 bits times it is exact. */
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final int BIAS = 1023;
    private static final int MANTISSA = 52;

    private static final double FOLD = 3.75;
    /** (1 + 2x) erfcx(x) as a polynomial in (x − 3.75) / (x + 3.75), fitted at Chebyshev's points in 40 digits. */
    private static final double[] SCALED_ERFC = {1.2375126308378275, -0.14024059858554696, 0.0035854154854790256,
            0.082276738490145208, -0.10880393014244461, 0.092304321160377478, -0.058693398576649338,
            0.028362277418956404, -0.0097465796832652622, 0.0017556258528952954, 0.00029371437804495803,
            -0.00029015408054084171, 5.1646529741774161e-5, 2.238423915508223e-5, -1.1438048033346894e-5,
            -9.7355989673677493e-7, 1.7419821586224816e-6, -5.7218230603224088e-8, -2.4857126248016743e-7,
            2.3263508708859124e-8, 3.1979266716668043e-8, -3.7442100809620186e-9, -2.6231073471334758e-9,
            3.1114333809799252e-10};

    private Transcendental() {
    }

    /** e^t, t held at ±700: t = k ln 2 + r, Taylor's series of e^r with |r| ≤ 0.35, and k added to the exponent. */
    static double exp(double t) {
        double held = Math.max(-FAR, Math.min(FAR, t));
        double k = Math.rint(held * LOG2_E);
        double r = held - k * LN2_HIGH - k * LN2_LOW;
        double series = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720
                + r * (1.0 / 5040 + r * (1.0 / 40320 + r * (1.0 / 362880 + r * (1.0 / 3628800 + r * (1.0 / 39916800
                        + r * (1.0 / 479001600))))))))))));
        return series * Double.longBitsToDouble((long) k + BIAS << MANTISSA);
    }

    /** e^x² erfc(x) for x ≥ 0, finite; full double accuracy, also where erfc itself has long underflowed. */
    static double scaledErfc(double x) {
        double y = (x - FOLD) / (x + FOLD);
        double sum = 0;
        for (int i = SCALED_ERFC.length - 1; i >= 0; i--) {
            sum = sum * y + SCALED_ERFC[i];
        }
        return sum / (1 + 2 * x);
    }

    /** {@code t} held within ±700: large enough to change nothing, small enough that times e^−700 it is 0 in float. */
    static double held(double t) {
        return Math.max(-FAR, Math.min(FAR, t));
    }
}
