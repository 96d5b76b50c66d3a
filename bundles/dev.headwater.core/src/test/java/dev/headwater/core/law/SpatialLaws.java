package dev.headwater.core.law;

import dev.headwater.core.activation.Linear;
import dev.headwater.core.activation.Tanh;
import dev.headwater.core.initializer.Constant;
import dev.headwater.core.initializer.Zeros;
import dev.headwater.core.layer.AveragePooling1D;
import dev.headwater.core.layer.AveragePooling2D;
import dev.headwater.core.layer.BatchNorm;
import dev.headwater.core.layer.Conv1D;
import dev.headwater.core.layer.Conv2D;
import dev.headwater.core.layer.Dense;
import dev.headwater.core.layer.GlobalAveragePooling;
import dev.headwater.core.layer.GlobalMaxPooling;
import dev.headwater.core.layer.GroupNorm;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.LayerNorm;
import dev.headwater.core.layer.MaxPooling1D;
import dev.headwater.core.layer.MaxPooling2D;
import dev.headwater.core.layer.RMSNorm;
import dev.headwater.core.layer.WeightNorm;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Convolutions, pooling and normalization: their forward passes from the papers, and the cases that are tried. */
final class SpatialLaws {
    private SpatialLaws() {
    }

    static List<LayerCases.Case> cases() {
        List<LayerCases.Case> cases = new ArrayList<>();
        convolutions(cases);
        pools(cases);
        norms(cases);
        unequalNorms(cases);
        return cases;
    }

    private static void convolutions(List<LayerCases.Case> cases) {
        add(cases, 2, conv1(4, 3, 1, "valid", 1, 1, true), 7, 2);
        add(cases, 2, conv1(4, 3, 2, "same", 1, 1, false), 7, 2);
        add(cases, 2, conv1(3, 4, 1, "same", 1, 1, true), 6, 2);
        add(cases, 2, conv1(3, 2, 3, "2", 3, 1, true), 9, 2);
        add(cases, 2, conv1(6, 3, 1, "same", 1, 3, true), 5, 3);
        add(cases, 2, conv1(3, 1, 1, "valid", 1, 1, true), 5, 2);
        add(cases, 2, conv1(3, 1, 2, "valid", 1, 1, true), 5, 2);
        add(cases, 1, conv1(2, 9, 1, "same", 2, 1, true), 3, 1);
        for (boolean bias : new boolean[] {true, false}) {
            add(cases, 2, conv2("3", "1", List.of("valid"), "1", 4, 1, bias), 5, 4, 2);
            add(cases, 2, conv2("3", "1", List.of("same"), "1", 3, 3, bias), 4, 5, 3);
        }
        add(cases, 2, conv2("3", "2", List.of("1"), "1", 4, 1, true), 6, 5, 3);
        add(cases, 2, conv2("3", "2", List.of("same"), "1", 2, 1, true), 6, 5, 2);
        add(cases, 2, conv2("2,3", "2,1", List.of("0", "2"), "2,1", 3, 1, true), 6, 4, 2);
        add(cases, 2, conv2("2,3", "1,2", List.of("3", "1"), "1,2", 4, 2, true), 4, 6, 4);
        add(cases, 2, conv2("3", "1", List.of("2"), "2", 4, 4, true), 5, 5, 4);
        add(cases, 2, conv2("3", "1", List.of("same"), "2", 3, 1, true), 6, 5, 2);
        add(cases, 2, conv2("2,3", "1", List.of("1"), "3,1", 3, 1, true), 5, 4, 2);
        add(cases, 1, conv2("3,2", "1", List.of("valid"), "1,3", 2, 1, true), 4, 5, 3);
        add(cases, 2, conv2("2", "1", List.of("valid"), "1", 6, 3, true), 3, 3, 3);
        add(cases, 2, conv2("1", "1", List.of("valid"), "1", 3, 1, true), 3, 2, 4);
        add(cases, 2, conv2("1", "2", List.of("1"), "1", 3, 1, true), 3, 3, 2);
        add(cases, 2, conv1(3, 3, 3, "2", 2, 3, true), 7, 3);
        add(cases, 2, conv2("2,3", "2,1", List.of("1", "2"), "1", 3, 3, true), 5, 4, 3);
        add(cases, 2, conv2("3", "1,2", List.of("same"), "1", 2, 2, false), 4, 5, 2);
        // Windows of three lines over enough channels go by way of sums and differences of lines.
        add(cases, 4, conv2("3", "1", List.of("same"), "1", 8, 1, true), 6, 7, 8);
        add(cases, 2, conv2("3", "1", List.of("valid"), "1", 10, 2, false), 7, 4, 8);
        add(cases, 2, conv2("3,2", "1", List.of("2", "0"), "1,2", 8, 1, true), 5, 5, 9);
        add(cases, 1, conv2("3,1", "1", List.of("1", "0"), "1", 9, 1, true), 4, 2, 8);
        add(cases, 1, conv2("3", "1", List.of("0", "2"), "1", 8, 1, true), 4, 2, 8);
        add(cases, 1, conv2("4", "1", List.of("6", "5"), "1", 2, 2, true), 2, 3, 2);
        add(cases, 1, conv2("4,1", "1", List.of("6", "0"), "1", 2, 1, true), 2, 3, 1);
    }

    private static void pools(List<LayerCases.Case> cases) {
        for (String padding : new String[] {"valid", "same", "1"}) {
            add(cases, 2, new MaxPooling1D(2, OptionalInt.empty(), List.of(padding)), 7, 3);
            add(cases, 2, new MaxPooling1D(3, OptionalInt.of(1), List.of(padding)), 5, 2);
            add(cases, 2, new MaxPooling2D(Shape.of(3, 2), Shape.of(2, 1), List.of(padding)), 5, 4, 2);
            add(cases, 2, new MaxPooling2D(Shape.of(2), null, List.of(padding)), 5, 4, 2);
            for (boolean counted : new boolean[] {true, false}) {
                add(cases, 2, new AveragePooling1D(2, OptionalInt.empty(), List.of(padding), counted), 7, 3);
                add(cases, 2, new AveragePooling1D(3, OptionalInt.of(1), List.of(padding), counted), 5, 2);
                add(cases, 2, new AveragePooling2D(Shape.of(3, 2), Shape.of(2, 1), List.of(padding), counted), 5, 4, 2);
                add(cases, 2, new AveragePooling2D(Shape.of(2), null, List.of(padding), counted), 5, 4, 2);
            }
        }
        add(cases, 2, new MaxPooling2D(Shape.of(1), Shape.of(3), List.of("valid")), 5, 4, 2);
        add(cases, 2, new MaxPooling2D(Shape.of(2, 4), Shape.of(2), List.of("1", "2")), 5, 4, 2);
        for (Layer global : new Layer[] {new GlobalAveragePooling(), new GlobalMaxPooling()}) {
            add(cases, 3, global, 5, 2);
            add(cases, 2, global, 3, 4, 3);
            unequal(cases, global, List.of(5, 1, 2), 5, 2);
            unequal(cases, global, List.of(2, 3), 3, 2, 2);
        }
    }

    private static void norms(List<LayerCases.Case> cases) {
        for (boolean scale : new boolean[] {true, false}) {
            for (boolean shift : new boolean[] {true, false}) {
                add(cases, 6, new BatchNorm(0.1, 1e-5, scale, shift, new Constant(1)), 3);
                add(cases, 4, new LayerNorm(1, 1e-5, scale, shift), 5);
                add(cases, 2, new GroupNorm(2, 1e-5, scale, shift), 3, 2, 4);
            }
            add(cases, 4, new RMSNorm(1, 1e-5, scale), 5);
        }
        add(cases, 300, new BatchNorm(0.3, 0.5, true, true, new Zeros()), 3);
        add(cases, 2, new BatchNorm(0.1, 1e-5, true, true, new Constant(1)), 3, 4);
        add(cases, 2, new BatchNorm(0.1, 1e-5, true, true, new Constant(1)), 2, 3, 4);
        add(cases, 1, new BatchNorm(0.1, 1e-5, true, true, new Constant(1)), 6, 2);
        add(cases, 2, new LayerNorm(1, 0.5, true, true), 3, 4);
        add(cases, 2, new LayerNorm(2, 1e-5, true, true), 3, 4);
        add(cases, 2, new LayerNorm(2, 1e-5, true, true), 2, 3, 4);
        add(cases, 2, new LayerNorm(3, 1e-5, true, true), 2, 2, 3);
        add(cases, 2, new RMSNorm(1, 0.5, true), 3, 4);
        add(cases, 2, new RMSNorm(2, 1.1920929e-7, true), 2, 3, 4);
        add(cases, 2, new GroupNorm(1, 0.5, true, true), 4, 3);
        add(cases, 2, new GroupNorm(3, 1e-5, true, true), 4, 3);
        add(cases, 2, new GroupNorm(2, 1e-5, true, true), 6);
        add(cases, 3, new WeightNorm(new Dense(4, new Tanh(), new Constant(1), new Zeros(), true)), 5);
        add(cases, 2, new WeightNorm(new Dense(1, new Linear(), new Constant(1), new Zeros(), false)), 3, 4);
        add(cases, 2, new WeightNorm(conv1(4, 3, 2, "same", 1, 2, true)), 6, 2);
        add(cases, 2, new WeightNorm(conv2("2", "1", List.of("1"), "1", 3, 1, true)), 3, 4, 2);
    }

    /** Normalization over time of sequences of unequal length, one with no step at all. */
    private static void unequalNorms(List<LayerCases.Case> cases) {
        for (int[] shape : new int[][] {{5, 4}, {3, 2, 4}}) {
            List<Integer> lengths = List.of(2, shape[0], 0, 1);
            for (boolean scale : new boolean[] {true, false}) {
                unequal(cases, new BatchNorm(0.1, 1e-5, scale, scale, new Constant(1)), lengths, shape);
                unequal(cases, new GroupNorm(1, 1e-5, scale, scale), lengths, shape);
                unequal(cases, new GroupNorm(2, 1e-5, scale, scale), lengths, shape);
                for (int axes = 1; axes <= shape.length; axes++) {
                    unequal(cases, new LayerNorm(axes, 1e-5, scale, scale), lengths, shape);
                    unequal(cases, new RMSNorm(axes, 1e-7, scale), lengths, shape);
                }
            }
        }
        unequal(cases, new GroupNorm(2, 1e-5, true, true), List.of(1, 0, 1), 1, 4);
    }

    private static void unequal(List<LayerCases.Case> cases, Layer layer, List<Integer> lengths, int... shape) {
        cases.add(new LayerCases.Case(layer, lengths.size(), List.of(Shape.of(shape)), lengths));
    }

    private static void add(List<LayerCases.Case> cases, int rows, Layer layer, int... shape) {
        cases.add(new LayerCases.Case(layer, rows, List.of(Shape.of(shape))));
    }

    private static Conv1D conv1(int filters, int kernel, int stride, String padding, int dilation, int groups,
            boolean useBias) {
        return new Conv1D(filters, kernel, stride, List.of(padding), dilation, groups, new Tanh(), new Constant(1),
                new Zeros(), useBias);
    }

    private static Conv2D conv2(String kernel, String stride, List<String> padding, String dilation, int filters,
            int groups, boolean useBias) {
        return new Conv2D(filters, shape(kernel), shape(stride), padding, shape(dilation), groups, new Tanh(),
                new Constant(1), new Zeros(), useBias);
    }

    private static Shape shape(String numbers) {
        return Shape.of(java.util.Arrays.stream(numbers.split(",")).mapToInt(Integer::parseInt).toArray());
    }

    static Map<Class<? extends Layer>, Yardstick> yardsticks() {
        Map<Class<? extends Layer>, Yardstick> all = new LinkedHashMap<>();
        all.put(Conv1D.class, SpatialYardsticks::conv1);
        all.put(Conv2D.class, SpatialYardsticks::conv2);
        all.put(MaxPooling1D.class, (layer, rows, x, shapes, parameters) -> {
            MaxPooling1D pool = (MaxPooling1D) layer;
            return SpatialYardsticks.pool(rows, x.get(0), shapes.get(0), new int[] {1, pool.size()},
                    new int[] {1, pool.stride().orElse(pool.size())}, pool.padding(), SpatialYardsticks::largest);
        });
        all.put(MaxPooling2D.class, (layer, rows, x, shapes, parameters) -> {
            MaxPooling2D pool = (MaxPooling2D) layer;
            return SpatialYardsticks.pool(rows, x.get(0), shapes.get(0), SpatialYardsticks.two(pool.size()),
                    SpatialYardsticks.two(pool.stride() == null ? pool.size() : pool.stride()), pool.padding(),
                    SpatialYardsticks::largest);
        });
        all.put(AveragePooling1D.class, (layer, rows, x, shapes, parameters) -> {
            AveragePooling1D pool = (AveragePooling1D) layer;
            return SpatialYardsticks.pool(rows, x.get(0), shapes.get(0), new int[] {1, pool.size()},
                    new int[] {1, pool.stride().orElse(pool.size())}, pool.padding(),
                    SpatialYardsticks.mean(pool.countIncludePad()));
        });
        all.put(AveragePooling2D.class, (layer, rows, x, shapes, parameters) -> {
            AveragePooling2D pool = (AveragePooling2D) layer;
            return SpatialYardsticks.pool(rows, x.get(0), shapes.get(0), SpatialYardsticks.two(pool.size()),
                    SpatialYardsticks.two(pool.stride() == null ? pool.size() : pool.stride()), pool.padding(),
                    SpatialYardsticks.mean(pool.countIncludePad()));
        });
        all.put(GlobalAveragePooling.class, new WithLengths((one, x, parameters) -> SpatialYardsticks.global(one, x,
                SpatialYardsticks.mean(true))));
        all.put(GlobalMaxPooling.class, new WithLengths((one, x, parameters) -> SpatialYardsticks.global(one, x,
                SpatialYardsticks::largest)));
        all.put(BatchNorm.class, new WithLengths(SpatialYardsticks::batchNorm));
        all.put(LayerNorm.class, new WithLengths(SpatialYardsticks::layerNorm));
        all.put(RMSNorm.class, new WithLengths(SpatialYardsticks::rmsNorm));
        all.put(GroupNorm.class, new WithLengths(SpatialYardsticks::groupNorm));
        all.put(WeightNorm.class, SpatialYardsticks::weightNorm);
        return all;
    }
}
