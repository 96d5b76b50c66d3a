package dev.headwater.core.layer;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.Arrays;
import java.util.List;

/** The inputs side by side on the last axis, {@code [..., a]} and {@code [..., b]} to {@code [..., a + b]}. */
@InFamily(LayerFamily.JOIN)
@Named(about = "its inputs side by side on the last axis")
public record Concatenate() implements Layer {
    @Override
    public int minInputs() {
        return 2;
    }

    @Override
    public int maxInputs() {
        return 1024;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape first = inputs.get(0);
        long columns = 0;
        for (int i = 0; i < inputs.size(); i++) {
            if (!Arrays.equals(leading(inputs.get(i)), leading(first))) {
                throw new ShapeMismatch("Concatenate needs inputs that differ in the last axis only, input 1 is "
                        + first
                        + ", input " + (i + 1) + " is " + inputs.get(i));
            }
            columns += inputs.get(i).columns();
        }
        if (columns > Integer.MAX_VALUE) {
            throw new ShapeMismatch("Concatenate would have " + columns + " columns, more than 2147483647");
        }
        return first.withColumns((int) columns);
    }

    private static int[] leading(Shape shape) {
        return Arrays.copyOf(shape.toArray(), Math.max(0, shape.rank() - 1));
    }

    @Override
    public Kernel bind(Place place) {
        int inputs = place.inputs();
        Sweep[] join = new Sweep[inputs];
        Sweep[] part = new Sweep[inputs];
        int column = 0;
        for (int i = 0; i < inputs; i++) {
            int columns = place.input(i).columns();
            join[i] = place.copyColumns(place.output(), column, place.input(i), 0, columns);
            part[i] = place.needsInputGradient(i)
                    ? place.copyColumns(place.inputGradient(i), 0, place.outputGradient(), column, columns)
                    : Sweep.NONE;
            column += columns;
        }
        return new Kernel() {
            @Override
            public void forward(Pass pass) {
                run(join, pass);
            }

            @Override
            public void backward(Pass pass) {
                run(part, pass);
            }
        };
    }

    private static void run(Sweep[] sweeps, Pass pass) {
        for (Sweep sweep : sweeps) {
            sweep.run(pass.rows());
        }
    }
}
