package dev.headwater.core.data;

import dev.headwater.core.tensor.Seeds;
import dev.headwater.core.tensor.Shape;

/**
 * How images are read: whole, or pixel by pixel as a sequence {@code [height × width, channels]}, row after row from the
 * top left. With one fixed permutation of all pixels neighbors lie far apart in time (Le, Jaitly and Hinton 2015, "A
 * Simple Way to Initialize Recurrent Networks of Rectified Linear Units": sequential and permuted MNIST).
 */
public enum Pixels {
    /** As images, {@code [height, width, channels]}. */
    WHOLE,
    /** One pixel a step, in the order of reading. */
    SEQUENCE,
    /** One pixel a step, in an order drawn once for all images. */
    PERMUTED;

    /**
     * The data as these pixels.
     *
     * @param seed of the permutation: Fisher and Yates with {@code mix(seed, "pixels")}
     * @throws DataException if they are to be a sequence and examples are no images
     */
    Dataset of(Dataset data, int seed) throws DataException {
        if (this == WHOLE) {
            return data;
        }
        Shape image = data.inputShape();
        if (image.rank() != 3) {
            throw new DataException("data.pixels makes sequences of images [height, width, channels], but "
                    + data.description() + " has examples of shape " + image
                    + "; take data.pixels out, or take other data");
        }
        Shape sequence = Shape.of(image.extent(0) * image.extent(1), image.extent(2));
        return data.withInputs(sequence, this == SEQUENCE ? data.inputs() : permuted(data.inputs(), sequence, seed));
    }

    private static float[] permuted(float[] inputs, Shape sequence, int seed) {
        int pixels = sequence.extent(0);
        int channels = sequence.columns();
        int[] order = Rows.range(0, pixels).toArray();
        Rows.shuffle(order, Seeds.generator(seed, "pixels"));
        float[] mixed = new float[inputs.length];
        for (int image = 0; image < inputs.length; image += pixels * channels) {
            for (int step = 0; step < pixels; step++) {
                System.arraycopy(inputs, image + order[step] * channels, mixed, image + step * channels, channels);
            }
        }
        return mixed;
    }
}
