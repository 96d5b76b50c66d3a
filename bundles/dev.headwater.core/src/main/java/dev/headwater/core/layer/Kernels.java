package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;

/** Kernels that are a few sweeps in a row, and sweeps that several of them share. */
final class Kernels {
    private Kernels() {
    }

    /** A kernel of one sweep forward and some backward, in their order. */
    static Kernel of(Sweep forward, Sweep... backward) {
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                forward.run(pass.rows());
            }

            @Override
            public void backward(Pass pass) {
                for (Sweep sweep : backward) {
                    sweep.run(pass.rows());
                }
            }
        };
    }

    /** dx = dy for the first input, or nothing where nobody needs it. */
    static Sweep copyBack(Place place) {
        return place.needsInputGradient(0) ? place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n),
                new Tensor[] {place.inputGradient(0)}, place.outputGradient()) : Sweep.NONE;
    }

    /** dx = dy ⊙ mask for the first input, or nothing where nobody needs it. */
    static Sweep masked(Place place, Tensor mask) {
        return place.needsInputGradient(0) ? place.sweep((w, r, n) -> Tiles.multiply(r[0], r[1], w[0], n),
                new Tensor[] {place.inputGradient(0)}, place.outputGradient(), mask) : Sweep.NONE;
    }

    /** A kernel that disturbs while training and hands its input on in an evaluation. */
    static Kernel noisy(Place place, Noise noise, Sweep disturb, Sweep backward) {
        Sweep copy = place.sweep((w, r, n) -> Tiles.copy(r[0], w[0], n), new Tensor[] {place.output()},
                place.input(0));
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                if (pass.training()) {
                    noise.at(pass);
                    disturb.run(pass.rows());
                } else {
                    copy.run(pass.rows());
                }
            }

            @Override
            public void backward(Pass pass) {
                backward.run(pass.rows());
            }
        };
    }
}
