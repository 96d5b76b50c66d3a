package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Arrays of NumPy: inputs and targets from one {@code .npz} file, or each from a {@code .npy} file. The first axis counts
 * the examples. Numbers are booleans, integers or floats of any size and byte order, in C or Fortran order; they become
 * 32-bit floats and must be finite.
 *
 * <p>
 * Targets are classes (each different whole number is one) if they are integers with one axis, of which there are at most
 * 1,000, or if {@code task} says so; targets with a time axis are classes of every step, {@code [time, 1]}. Otherwise they
 * are numbers: (n) becomes {@code [1]}, (n, k) becomes {@code [k]}, but (n, time) with sequences as inputs
 * {@code [time, 1]}.
 */
@Named(about = "arrays of NumPy: one .npz file, or a .npy file with inputs and one with labels")
public record Numpy(
        @Setting(about = "File .npz, or .npy with the inputs, relative to the network file.") String file,
        @Setting(about = "File .npy with the targets, relative to the network file; left out: the array y of the"
                + " .npz file.", optional = true) String labels,
        @Setting(about = "Name of the inputs in the .npz file.", byDefault = "x") String x,
        @Setting(about = "Name of the targets in the .npz file.", byDefault = "y") String y,
        @Setting(about = "Name of an array in the .npz file that tells how many steps of each sequence"
                + " count; left out: all.", optional = true) String lengths,
        @Setting(about = "Shape of an example, such as [28, 28, 1]; left out: the array's without its first"
                + " axis.", optional = true) Shape shape,
        @Setting(about = "What the targets are: classification, regression, or auto (classification for integers with one"
                + " axis).", byDefault = "auto") Task task,
        @Setting(about = "Whether unsigned bytes in the inputs are divided by 255.", byDefault = "true") boolean scaleBytes)
        implements DataSource {
    private static final int MOST_GUESSED = 1_000;
    private static final int MOST_CLASSES = 100_000;
    /** Up to here a float tells neighboring whole numbers apart. */
    private static final int LARGEST_LABEL = 1 << 24;

    /** An array and where it comes from. */
    private record Loaded(NpyArray array, SourceFile file, String name) {
        DataException refused(String message) {
            return file.refused(name + " " + message);
        }

        int count() {
            return array.extents()[0];
        }
    }

    @Override
    public Dataset load(Origin origin) throws DataException {
        SourceFile source = SourceFile.of(origin, file, "file");
        Loaded inputs;
        Loaded targets;
        Loaded steps = null;
        if (zipped(source)) {
            try (NpzFile npz = NpzFile.open(source.path(), source.name())) {
                inputs = part(npz, source, x);
                targets = labels == null ? part(npz, source, y) : part(origin);
                steps = lengths == null ? null : part(npz, source, lengths);
            } catch (DataException e) {
                throw e;
            } catch (IOException e) {
                throw source.failed(e);
            }
        } else {
            inputs = new Loaded(NpyArray.read(source), source, "the array");
            if (labels == null) {
                throw source.refused("is one array, so the targets must be in another file; name it with --set"
                        + " data.labels=FILE");
            }
            if (lengths != null) {
                throw source.refused("is one array, data.lengths names one in a .npz file; save all of them with"
                        + " numpy.savez");
            }
            targets = part(origin);
        }
        Dataset data = dataset(inputs, targets, steps);
        return steps == null ? data : withLengths(data, steps);
    }

    private static boolean zipped(SourceFile source) throws DataException {
        try (InputStream in = source.open()) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            throw source.failed(e);
        }
    }

    private Loaded part(Origin origin) throws DataException {
        SourceFile file = SourceFile.of(origin, labels, "labels");
        return checked(new Loaded(NpyArray.read(file), file, "the array"));
    }

    private static Loaded part(NpzFile npz, SourceFile source, String name) throws DataException {
        return checked(new Loaded(npz.array(name), source, "its array '" + name + "'"));
    }

    private static Loaded checked(Loaded part) throws DataException {
        if (part.array().values().length == 0 || part.array().extents().length == 0) {
            throw part.refused("has the shape " + Arrays.toString(part.array().extents())
                    + "; the first axis counts the examples, and there must be at least one");
        }
        for (int i = 0; i < part.array().values().length; i++) {
            if (!Float.isFinite(part.array().values()[i])) {
                throw part.refused("holds " + part.array().values()[i] + " in example "
                        + i / (part.array().values().length / part.count())
                        + " (from 0); values must be finite numbers that fit 32 bits");
            }
        }
        return part;
    }

    private Dataset dataset(Loaded inputs, Loaded targets, Loaded steps) throws DataException {
        checked(inputs);
        if (targets.count() != inputs.count()) {
            throw targets.refused("has " + targets.count() + " examples, the inputs " + inputs.count()
                    + "; they do not belong together");
        }
        Shape example = example(inputs);
        boolean sequence = example.rank() > 1;
        int[] extents = targets.array().extents();
        NpyType type = targets.array().type();
        float[] values = targets.array().values();
        boolean classes = task == Task.CLASSIFICATION
                || task == Task.AUTO && type.whole() && extents.length == 1 && few(values);
        int[] rest = Arrays.copyOfRange(extents, 1, extents.length);
        boolean perStep = rest.length == 1 && rest[0] > 1 && (classes || sequence && rest[0] == example.extent(0));
        Shape target = rest.length == 0 ? Shape.of(1) : perStep ? Shape.of(rest[0], 1) : shape(targets, rest);
        String description = inputs.count() + " examples of " + file;
        if (!classes) {
            return new Dataset(description, example, target, pixels(inputs), values, List.of(), null);
        }
        List<String> names = classes(targets, steps);
        return new Dataset(description, example, target, pixels(inputs), numbers(values, names), names, null);
    }

    private Shape example(Loaded inputs) throws DataException {
        int[] extents = inputs.array().extents();
        int size = inputs.array().values().length / inputs.count();
        if (shape == null) {
            return extents.length == 1 ? Shape.of(1) : shape(inputs, Arrays.copyOfRange(extents, 1, extents.length));
        }
        if (shape.size() != size) {
            throw inputs.refused("has " + size + " numbers an example, data.shape " + shape + " needs " + shape.size()
                    + "; change data.shape");
        }
        return shape;
    }

    private static Shape shape(Loaded part, int[] extents) throws DataException {
        try {
            return Shape.of(extents);
        } catch (IllegalArgumentException e) {
            throw part.refused("holds examples of shape " + Arrays.toString(extents) + ": " + e.getMessage());
        }
    }

    private float[] pixels(Loaded inputs) {
        float[] values = inputs.array().values();
        for (int i = 0; scaleBytes && inputs.array().type() == NpyType.UINT8 && i < values.length; i++) {
            values[i] /= 255;
        }
        return values;
    }

    private static boolean few(float[] values) {
        TreeSet<Float> found = new TreeSet<>();
        for (int i = 0; i < values.length && found.size() <= MOST_GUESSED; i++) {
            found.add(values[i]);
        }
        return found.size() <= MOST_GUESSED;
    }

    /** The different labels of all steps that count. */
    private static List<String> classes(Loaded targets, Loaded steps) throws DataException {
        TreeSet<Integer> found = new TreeSet<>();
        float[] values = targets.array().values();
        int width = values.length / targets.count();
        for (int i = 0; i < values.length; i++) {
            if (steps != null && width > 1 && i % width >= steps.array().values()[Math.min(i / width, steps.count()
                    - 1)]) {
                values[i] = Float.NaN; // what pads a sequence is no label
                continue;
            }
            if (values[i] != (int) values[i] || Math.abs(values[i]) >= LARGEST_LABEL) {
                throw targets.refused("holds the label " + values[i] + ", labels are whole numbers below "
                        + LARGEST_LABEL + "; renumber them, or set data.task to regression");
            }
            if (found.add((int) values[i]) && found.size() > MOST_CLASSES) {
                throw targets.refused("holds more than " + MOST_CLASSES + " different labels; is it the right one?");
            }
        }
        if (found.size() < 2) {
            throw targets.refused("holds only the label " + found.first()
                    + ", so there is nothing to tell apart; use data with at least two");
        }
        return found.stream().map(String::valueOf).toList();
    }

    private static float[] numbers(float[] labels, List<String> classes) {
        int[] sorted = classes.stream().mapToInt(Integer::parseInt).toArray();
        float[] numbers = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = Float.isNaN(labels[i]) ? 0 : Arrays.binarySearch(sorted, (int) labels[i]);
        }
        return numbers;
    }

    private static Dataset withLengths(Dataset data, Loaded steps) throws DataException {
        float[] values = steps.array().values();
        int[] lengths = new int[values.length];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = (int) values[row];
            if (lengths[row] != values[row]) {
                throw steps.refused("holds " + values[row] + ", lengths are whole numbers");
            }
        }
        try {
            return data.withLengths(lengths);
        } catch (IllegalArgumentException e) {
            throw steps.refused("cannot be the lengths: " + e.getMessage());
        }
    }
}
