package dev.headwater.core.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture read from a file and brought to a size. Every pixel of the result is the mean of the area of the picture that
 * it covers, in the values as they are stored (no gamma), so that the same file gives the same numbers everywhere.
 * Transparency is not looked at; of an animation the first picture counts.
 */
final class ImageFile {
    private static final long MOST_BYTES = 256L << 20;
    private static final long MOST_PIXELS = 64_000_000;
    /** So near its end a JPEG file says that it ends, though cameras put something behind. */
    private static final int TRAILER = 1024;
    /** Brightness of red, green and blue (ITU-R BT.601). */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private ImageFile() {
    }

    /**
     * Writes the pixels of a picture, row after row, in [0, 1].
     *
     * @param channels 1 for gray, 3 for red, green, blue
     * @param into {@code height × width × channels} values from {@code offset} on
     * @throws IOException with a sentence whose subject is the file
     */
    static void read(Path file, int height, int width, int channels, float[] into, int offset) throws IOException {
        BufferedImage image = decode(file);
        int rows = image.getHeight();
        int columns = image.getWidth();
        double[] line = new double[columns * channels];
        double[] narrow = new double[width * channels];
        double[] sums = new double[height * width * channels];
        Pixel pixels = new Pixel(image, channels);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                pixels.read(x, y, line, x * channels);
            }
            shrink(line, columns, narrow, width, channels);
            spread(narrow, y, rows, sums, height, width * channels);
        }
        for (int i = 0; i < sums.length; i++) {
            into[offset + i] = (float) sums[i];
        }
    }

    /** Gives every cell of a line the mean of what it covers of a longer or shorter one. */
    private static void shrink(double[] line, int from, double[] into, int to, int channels) {
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            double begin = i * scale;
            double end = (i + 1) * scale;
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int j = (int) begin; j < from && j < end; j++) {
                    sum += line[j * channels + c] * (Math.min(end, j + 1) - Math.max(begin, j));
                }
                into[i * channels + c] = sum / scale;
            }
        }
    }

    /** Adds a line to all lines of the result that cover it, each by its share. */
    private static void spread(double[] line, int y, int rows, double[] sums, int height, int stride) {
        double scale = (double) rows / height;
        for (int i = (int) (y / scale); i < height && i * scale < y + 1; i++) {
            double share = (Math.min((i + 1) * scale, y + 1) - Math.max(i * scale, y)) / scale;
            for (int j = 0; share > 0 && j < stride; j++) {
                sums[i * stride + j] += share * line[j];
            }
        }
    }

    private static BufferedImage decode(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new IOException("has " + (size >> 20) + " MB, at most " + (MOST_BYTES >> 20)
                    + " MB are read; make the image smaller");
        }
        byte[] bytes = Files.readAllBytes(file);
        String format = format(bytes);
        if (format == null) {
            throw new IOException("is no PNG, JPEG, BMP or GIF image; save it as one, or take it out of the folder");
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new IOException("has " + reader.getWidth(0) + " × " + reader.getHeight(0) + " pixels, at most "
                        + MOST_PIXELS + " are read; make the image smaller");
            }
            boolean[] warned = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
            BufferedImage image = reader.read(0);
            // Of what is cut off, these two decoders show the beginning and leave the rest black.
            if (format.equals("png") && !contains(bytes, 0, 'I', 'E', 'N', 'D') || format.equals("jpeg") && warned[0]
                    && !contains(bytes, bytes.length - TRAILER, 0xFF, 0xD9)) {
                throw new IOException("is cut off");
            }
            return image;
        } catch (RuntimeException e) { // decoders throw many kinds of them at damaged files
            throw new IOException(String.valueOf(e.getMessage()), e);
        } finally {
            reader.dispose();
        }
    }

    /** The format that a file begins as, whatever its name; {@code null} if it is none that is read. */
    private static String format(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        return begins(bytes, 'G', 'I', 'F', '8') ? "gif" : begins(bytes, 'B', 'M') ? "bmp" : null;
    }

    private static boolean begins(byte[] bytes, int... with) {
        return stands(bytes, 0, with);
    }

    private static boolean contains(byte[] bytes, int from, int... what) {
        for (int i = Math.max(0, from); i < bytes.length; i++) {
            if (stands(bytes, i, what)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] bytes, int at, int... what) {
        for (int i = 0; i < what.length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads single pixels of an image. */
    private static final class Pixel {
        private final BufferedImage image;
        private final Raster raster;
        private final int channels;
        /** The largest value of a gray image's samples; 0 for images in color. */
        private final double white;
        private final double[] rgb = new double[3];

        Pixel(BufferedImage image, int channels) {
            this.image = image;
            this.channels = channels;
            raster = image.getRaster();
            boolean gray = raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
            // Java takes gray images for linear ones and would bend their values on the way to RGB.
            white = gray ? (1L << raster.getSampleModel().getSampleSize(0)) - 1 : 0;
        }

        void read(int x, int y, double[] into, int at) {
            if (white > 0) {
                for (int c = 0; c < channels; c++) {
                    into[at + c] = raster.getSample(x, y, 0) / white;
                }
                return;
            }
            int color = image.getRGB(x, y);
            for (int c = 0; c < 3; c++) {
                rgb[c] = (color >> 16 - 8 * c & 0xFF) / 255.0;
            }
            if (channels == 1) {
                into[at] = LUMA[0] * rgb[0] + LUMA[1] * rgb[1] + LUMA[2] * rgb[2];
            } else {
                System.arraycopy(rgb, 0, into, at, 3);
            }
        }
    }
}
