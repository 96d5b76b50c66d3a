package dev.headwater.core.layer;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;

/** The arithmetic of {@link MultiHeadAttention}; matrices of a head lie one after the other, [heads, time, d]. */
final class AttentionKernel implements Kernel {
    private final Projection q;
    private final Projection k;
    private final Projection v;
    private final Product scores;
    private final Sweep softmax;
    private final Product values;
    private final Sweep join;
    private final Product out;
    private final Bend outBias;
    private final Product dwo;
    private final Product dJoined;
    private final Sweep part;
    private final Product dp;
    private final Product dv;
    private final Sweep ds;
    private final Product dq;
    private final Product dk;
    /** Of the present trip; the softmax asks it which keys are padding. */
    private Pass now;

    AttentionKernel(Place place, int heads, int size, boolean causal, boolean useBias) {
        int last = place.inputs() - 1;
        int keys = Math.min(1, last);
        q = new Projection(place, "q", 0, false, heads, size, 1 / Math.sqrt(size), useBias);
        k = new Projection(place, "k", keys, keys == 0, heads, size, 1, useBias);
        v = new Projection(place, "v", last, last == keys, heads, size, 1, useBias);
        int steps = place.output().shape().extent(0);
        int seen = place.input(keys).shape().extent(0);
        Tensor p = place.scratch("attention", Shape.of(heads, steps, seen));
        scores = place.products(p, q.heads, k.heads, Form.ABT);
        double[] row = new double[seen];
        softmax = place.each((w, r, example) -> Heads.softmax(w[0], heads, steps, seen, causal, now.length(example,
                seen), row), new Tensor[] {p}, p);
        Tensor o = place.scratch("o-heads", Shape.of(heads, steps, size));
        Tensor joined = place.scratch("o", Shape.of(steps, heads * size));
        Tensor wo = place.parameter("wo");
        values = place.products(o, p, v.heads, Form.AB);
        join = place.each((w, r, example) -> Heads.join(r[0], 1, w[0], steps, heads, size), new Tensor[] {joined}, o);
        outBias = new Bend(place, new Linear(), useBias ? "bo" : null);
        out = place.product(outBias.z(), joined, wo, Form.ABT);
        Tensor dy = place.outputGradient();
        Tensor dJoin = place.scratch("do", joined.shape());
        dwo = place.product(place.gradient("wo"), dy, joined, Form.ATB);
        dJoined = place.product(dJoin, dy, wo, Form.AB);
        Tensor dHeads = place.scratch("do-heads", o.shape());
        float[] nothing = new float[heads * size];
        part = place.each((w, r, example) -> Heads.part(r[0], nothing, 1, w[0], steps, heads, size),
                new Tensor[] {dHeads}, dJoin);
        Tensor dAttention = place.scratch("dattention", p.shape());
        dp = place.products(dAttention, dHeads, v.heads, Form.ABT);
        dv = place.products(v.gradient, p, dHeads, Form.ATB);
        ds = place.each((w, r, example) -> Heads.slopes(r[1], w[0], heads * steps, seen), new Tensor[] {dAttention},
                dAttention, p);
        dq = place.products(q.gradient, dAttention, k.heads, Form.AB);
        dk = place.products(k.gradient, dAttention, q.heads, Form.ATB);
    }

    @Override
    public void forward(Pass pass) {
        int rows = pass.rows();
        now = pass;
        q.forward(rows);
        k.forward(rows);
        v.forward(rows);
        scores.run(rows);
        softmax.run(rows);
        values.run(rows);
        join.run(rows);
        out.run(rows);
        outBias.forward(rows);
    }

    @Override
    public void backward(Pass pass) {
        int rows = pass.rows();
        outBias.backward(rows);
        dwo.run(rows);
        dJoined.run(rows);
        part.run(rows);
        dp.run(rows);
        dv.run(rows);
        ds.run(rows);
        dq.run(rows);
        dk.run(rows);
        q.backward(rows);
        k.backward(rows);
        v.backward(rows);
    }

    /** x wᵀ + b, times a scale, cut into heads; and the way back. */
    private static final class Projection {
        final Tensor heads;
        final Tensor gradient;
        private final Product z;
        private final Sweep part;
        private final Sweep join;
        private final Sweep sums;
        private final Product dw;
        private final Product dx;

        /** Reads the place's {@code input}-th input; {@code add} if another projection wrote its gradient before. */
        Projection(Place place, String name, int input, boolean add, int count, int size, double factor,
                boolean useBias) {
            Tensor x = place.input(input);
            int steps = x.shape().extent(0);
            float scale = (float) factor;
            Tensor w = place.parameter("w" + name);
            // Its values are not needed once they are cut into heads: the way back uses the same memory.
            Tensor flat = place.scratch(name, Shape.of(steps, count * size));
            heads = place.scratch(name + "-heads", Shape.of(count, steps, size));
            gradient = place.scratch("d" + name + "-heads", heads.shape());
            z = place.product(flat, x, w, Form.ABT);
            float[] nothing = new float[count * size];
            Tensor[] read = useBias ? new Tensor[] {flat, place.parameter("b" + name)} : new Tensor[] {flat};
            part = place.each((to, r, example) -> Heads.part(r[0], r.length > 1 ? r[1] : nothing, scale, to[0], steps,
                    count, size), new Tensor[] {heads}, read);
            join = place.each((to, r, example) -> Heads.join(r[0], scale, to[0], steps, count, size),
                    new Tensor[] {flat}, gradient);
            sums = useBias ? place.columnSums(place.gradient("b" + name), flat) : Sweep.NONE;
            dw = place.product(place.gradient("w" + name), flat, x, Form.ATB);
            if (!place.needsInputGradient(input)) {
                dx = Product.NONE;
            } else {
                dx = add ? place.productAdd(place.inputGradient(input), flat, w, Form.AB)
                        : place.product(place.inputGradient(input), flat, w, Form.AB);
            }
        }

        void forward(int rows) {
            z.run(rows);
            part.run(rows);
        }

        void backward(int rows) {
            join.run(rows);
            sums.run(rows);
            dw.run(rows);
            dx.run(rows);
        }
    }
}
