package dev.headwater.core.law;

import dev.headwater.core.activation.Celu;
import dev.headwater.core.activation.Elu;
import dev.headwater.core.activation.Exp;
import dev.headwater.core.activation.Gelu;
import dev.headwater.core.activation.HardSigmoid;
import dev.headwater.core.activation.HardTanh;
import dev.headwater.core.activation.LeakyRelu;
import dev.headwater.core.activation.Linear;
import dev.headwater.core.activation.Mish;
import dev.headwater.core.activation.Relu;
import dev.headwater.core.activation.Relu6;
import dev.headwater.core.activation.Selu;
import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.activation.Silu;
import dev.headwater.core.activation.Softplus;
import dev.headwater.core.activation.Softsign;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Distribution;
import dev.headwater.core.initializer.Xavier;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Add;
import dev.headwater.core.layer.Concatenate;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.Flatten;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Softmax;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Every combination of settings that changes a layer's mathematics, on shapes that cross tile borders where it matters. */
final class LayerCases {
    /** A layer on inputs of these shapes; {@code lengths} says how many steps of each example count, empty for all. */
    record Case(Layer layer, int rows, List<Shape> inputs, List<Integer> lengths) {
        Case(Layer layer, int rows, List<Shape> inputs) {
            this(layer, rows, inputs, List.of());
        }

        /** As a pass has them; {@code null} for all. */
        int[] steps() {
            return lengths.isEmpty() ? null : lengths.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** One of each activation that behaves differently; parameters chosen away from the defaults too. */
    static final List<dev.headwater.core.activation.Activation> ACTIVATIONS = List.of(new Linear(), new Sigmoid(),
            new Tanh(), new Relu(), new LeakyRelu(0.01), new LeakyRelu(0.3), new LeakyRelu(0), new Selu(),
            new HardSigmoid(), new HardTanh(), new Softsign(), new Softplus(1), new Softplus(3), new Softplus(0.4),
            new Relu6(), new Elu(1), new Elu(0.5), new Elu(2), new Elu(0), new Celu(1), new Celu(0.5), new Celu(3),
            new Gelu(Gelu.Form.ERF), new Gelu(Gelu.Form.TANH), new Silu(), new Mish(), new Exp());

    private LayerCases() {
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (var activation : ACTIVATIONS) {
            cases.add(new Case(dense(4, activation, true), 3, shapes(5)));
            cases.add(new Case(dense(4, activation, false), 3, shapes(5)));
            cases.add(new Case(new Activation(activation), 4, shapes(6)));
        }
        cases.add(new Case(dense(1, new Sigmoid(), true), 1, shapes(1)));
        cases.add(new Case(dense(3, new Tanh(), true), 2, List.of(Shape.of(4, 5))));
        cases.add(new Case(dense(2, new Tanh(), true), 2, List.of(Shape.of(2, 3, 4))));
        cases.add(new Case(dense(9, new Tanh(), true), 300, shapes(2)));
        cases.add(new Case(dense(2100, new Tanh(), true), 2, shapes(1)));
        cases.add(new Case(new Softmax(), 3, shapes(5)));
        cases.add(new Case(new Softmax(), 2, List.of(Shape.of(3, 4))));
        cases.add(new Case(new Add(), 3, shapes(4, 4)));
        cases.add(new Case(new Add(), 2, List.of(Shape.of(2, 3), Shape.of(2, 3), Shape.of(2, 3))));
        cases.add(new Case(new Concatenate(), 3, shapes(4, 2, 1)));
        cases.add(new Case(new Concatenate(), 2, List.of(Shape.of(3, 2), Shape.of(3, 5))));
        cases.add(new Case(new Flatten(), 2, List.of(Shape.of(2, 3, 2))));
        cases.addAll(SpatialLaws.cases());
        cases.addAll(RecurrentLaws.cases());
        cases.addAll(AttentionLaws.cases());
        cases.addAll(EchoLaws.cases());
        return cases;
    }

    private static Dense dense(int units, dev.headwater.core.activation.Activation activation, boolean useBias) {
        return new Dense(units, activation, new Xavier(Distribution.UNIFORM, 1), new Constant(0.1), useBias);
    }

    private static List<Shape> shapes(int... features) {
        List<Shape> shapes = new ArrayList<>();
        for (int f : features) {
            shapes.add(Shape.of(f));
        }
        return shapes;
    }
}
