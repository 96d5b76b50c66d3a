package dev.headwater.core.data;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Images and their labels from a pair of IDX files, the format of MNIST, packed by gzip or not. Bytes are scaled to
 * [0, 1]; other numbers stay as they are. Images without a channel axis get one: {@code [28, 28, 1]}.
 */
@Named(about = "images and labels in a pair of IDX files (MNIST), gzip or not; bytes scaled to [0, 1]")
public record Idx(
        @Setting(about = "File with the images, relative to the network file.") String images,
        @Setting(about = "File with the labels, relative to the network file.") String labels)
        implements DataSource {
    private static final int MOST_CLASSES = 100_000;
    /** Up to here a float tells neighboring whole numbers apart. */
    private static final int LARGEST_LABEL = 1 << 24;

    @Override
    public Dataset load(Origin origin) throws DataException {
        SourceFile imageFile = SourceFile.of(origin, images, "images");
        SourceFile labelFile = SourceFile.of(origin, labels, "labels");
        IdxArray labelArray = IdxArray.read(labelFile);
        if (labelArray.extents().length != 1) {
            throw labelFile.refused("holds an array of " + labelArray.extents().length + " axes, labels have one;"
                    + " are data.images and data.labels exchanged?");
        }
        IdxArray imageArray = IdxArray.read(imageFile);
        int[] extents = imageArray.extents();
        if (extents.length < 2) {
            throw imageFile.refused("holds an array of one axis, images have at least two;"
                    + " are data.images and data.labels exchanged?");
        }
        if (extents[0] != labelArray.extents()[0]) {
            throw imageFile.refused("holds " + extents[0] + " images, but " + labels + " holds "
                    + labelArray.extents()[0] + " labels; the two files do not belong together");
        }
        List<String> classes = classes(labelFile, labelArray);
        return new Dataset(extents[0] + " images of " + images, shape(imageFile, extents), Shape.of(1),
                pixels(imageFile, imageArray), numbers(labelArray, classes), classes, null);
    }

    private static Shape shape(SourceFile file, int[] extents) throws DataException {
        int[] shape = Arrays.copyOfRange(extents, 1, extents.length == 3 ? 4 : extents.length);
        if (extents.length == 3) {
            shape[2] = 1;
        }
        try {
            return Shape.of(shape);
        } catch (IllegalArgumentException e) {
            throw file.refused("holds images of " + Arrays.toString(shape) + ": " + e.getMessage());
        }
    }

    private static float[] pixels(SourceFile file, IdxArray array) throws DataException {
        float[] pixels = array.values();
        boolean bytes = array.type() == IdxArray.Type.UNSIGNED_BYTE;
        for (int i = 0; i < pixels.length; i++) {
            if (!Float.isFinite(pixels[i])) {
                throw file.refused("holds " + pixels[i] + " in image " + i / (pixels.length / array.extents()[0])
                        + " (from 0); inputs must be finite numbers that fit 32 bits");
            }
            if (bytes) {
                pixels[i] /= 255f;
            }
        }
        return pixels;
    }

    private static List<String> classes(SourceFile file, IdxArray array) throws DataException {
        TreeSet<Integer> found = new TreeSet<>();
        for (float label : array.values()) {
            if (label != (int) label || Math.abs(label) > LARGEST_LABEL) {
                throw file.refused("holds the label " + label + ", labels are whole numbers up to " + LARGEST_LABEL
                        + "; check which file data.labels names");
            }
            if (found.add((int) label) && found.size() > MOST_CLASSES) {
                throw file.refused("holds more than " + MOST_CLASSES
                        + " different labels; check which file data.labels names");
            }
        }
        if (found.size() < 2) {
            throw file.refused("holds only the label " + found.first()
                    + ", so there is nothing to tell apart; use data with at least two");
        }
        return found.stream().map(String::valueOf).toList();
    }

    private static float[] numbers(IdxArray array, List<String> classes) {
        int[] sorted = classes.stream().mapToInt(Integer::parseInt).toArray();
        float[] numbers = new float[array.values().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Arrays.binarySearch(sorted, (int) array.values()[i]);
        }
        return numbers;
    }
}
