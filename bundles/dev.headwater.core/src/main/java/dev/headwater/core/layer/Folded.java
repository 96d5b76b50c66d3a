package dev.headwater.core.layer;

import dev.headwater.core.tensor.Tensor;

/** A kernel for which every step of every example is an example, as the outer layer's kernel. */
final class Folded implements Kernel {
    private final Kernel inner;
    private final FoldedPass folded;
    private final Tensor slope;
    private final Tensor logits;

    Folded(Kernel inner, int fold) {
        this.inner = inner;
        folded = new FoldedPass(fold);
        slope = unfolded(inner.slope(), fold);
        logits = unfolded(inner.logits(), fold);
    }

    private static Tensor unfolded(Tensor tensor, int fold) {
        return tensor == null ? null
                : tensor.regrouped(TimeDistributed.over(fold, tensor.shape()), tensor.rows() / fold);
    }

    /** The same for a kernel that needs sums over the whole batch: these are over all steps too. */
    Gathering gathering(Gathering sums) {
        return new Gathering() {
            @Override
            public double[] forwardSums() {
                return sums.forwardSums();
            }

            @Override
            public void gatherForward(Pass pass) {
                sums.gatherForward(folded.of(pass));
            }

            @Override
            public double[] backwardSums() {
                return sums.backwardSums();
            }

            @Override
            public void gatherBackward(Pass pass) {
                sums.gatherBackward(folded.of(pass));
            }

            @Override
            public void forward(Pass pass) {
                Folded.this.forward(pass);
            }

            @Override
            public void backward(Pass pass) {
                Folded.this.backward(pass);
            }

            @Override
            public void settle(Pass pass) {
                Folded.this.settle(pass);
            }

            @Override
            public Tensor slope() {
                return slope;
            }

            @Override
            public double steepest() {
                return inner.steepest();
            }

            @Override
            public Tensor logits() {
                return logits;
            }
        };
    }

    @Override
    public void forward(Pass pass) {
        inner.forward(folded.of(pass));
    }

    @Override
    public void backward(Pass pass) {
        inner.backward(folded.of(pass));
    }

    @Override
    public void settle(Pass pass) {
        inner.settle(folded.of(pass));
    }

    @Override
    public Tensor slope() {
        return slope;
    }

    @Override
    public double steepest() {
        return inner.steepest();
    }

    @Override
    public Tensor logits() {
        return logits;
    }

    /** A pass over all steps as examples; one object that is reused. */
    private static final class FoldedPass implements Pass {
        private final int fold;
        private Pass pass;

        FoldedPass(int fold) {
            this.fold = fold;
        }

        Pass of(Pass whole) {
            pass = whole;
            return this;
        }

        @Override
        public int rows() {
            return pass.rows() * fold;
        }

        @Override
        public int batchRows() {
            return pass.batchRows() * fold;
        }

        @Override
        public int firstRow() {
            return pass.firstRow() * fold;
        }

        @Override
        public int noiseRow() {
            return pass.noiseRow() * fold;
        }

        @Override
        public boolean padded() {
            return pass.padded();
        }

        /** A step that is padding is an example of which nothing counts. */
        @Override
        public int length(int example, int steps) {
            return example % fold < pass.length(example / fold, fold) ? steps : 0;
        }

        @Override
        public boolean training() {
            return pass.training();
        }

        @Override
        public long step() {
            return pass.step();
        }
    }
}
