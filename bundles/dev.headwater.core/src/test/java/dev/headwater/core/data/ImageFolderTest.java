package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.data.ImageFolder.Color;
import dev.headwater.core.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageFolderTest {
    @TempDir
    private Path folder;

    private void image(String path, String format, int type, int width, int... rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, rgb.length / width, type);
        for (int i = 0; i < rgb.length; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, rgb[i]);
            } else {
                image.setRGB(i % width, i / width, 0xFF000000 | rgb[i]);
            }
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        assertTrue(ImageIO.write(image, format, file.toFile()), format);
    }

    private Dataset load(Color color, int height, int width) throws DataException {
        return new ImageFolder("pets", Shape.of(height, width), color).load(new Origin(folder, 1));
    }

    @Test
    void foldersAreClassesAndTheirImagesRows() throws Exception {
        image("pets/dog/b.png", "png", BufferedImage.TYPE_INT_RGB, 2, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF);
        image("pets/cat/z.bmp", "bmp", BufferedImage.TYPE_INT_RGB, 2, 0x330000, 0x330000, 0x330000, 0x330000);
        image("pets/cat/a.gif", "gif", BufferedImage.TYPE_BYTE_INDEXED, 2, 0, 0xFFFFFF, 0, 0);
        Files.writeString(folder.resolve("pets/cat/notes.txt"), "not an image");
        Files.writeString(folder.resolve("pets/README"), "not a folder");
        Dataset data = load(Color.RGB, 2, 2);
        assertEquals(List.of("cat", "dog"), data.classes());
        assertEquals(Shape.of(2, 2, 3), data.inputShape());
        assertEquals(3, data.rows());
        assertEquals(List.of(0f, 0f, 1f), List.of(data.target(0, 0), data.target(1, 0), data.target(2, 0)));
        assertArrayEquals(new float[] {0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0}, Arrays.copyOf(data.inputs(), 12));
        assertEquals(0.2f, data.input(1, 0));
        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1}, Arrays.copyOfRange(data.inputs(), 24, 36));
    }

    @Test
    void grayIsBrightnessAsStored() throws Exception {
        image("pets/a/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 51, 102);
        image("pets/b/1.png", "png", BufferedImage.TYPE_INT_RGB, 2, 0xFF0000, 0x0000FF);
        Dataset gray = load(Color.GRAY, 1, 2);
        assertEquals(Shape.of(1, 2, 1), gray.inputShape());
        assertArrayEquals(new float[] {0.2f, 0.4f, 0.299f, 0.114f}, gray.inputs(), 1e-7f);
        assertArrayEquals(new float[] {0.2f, 0.2f, 0.2f, 0.4f, 0.4f, 0.4f},
                Arrays.copyOf(load(Color.RGB, 1, 2).inputs(), 6), 1e-7f);
    }

    @Test
    void aPixelIsTheMeanOfTheAreaItCovers() throws Exception {
        image("pets/a/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 3, 0, 255, 0, 255, 0, 0);
        image("pets/b/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 1, 51);
        // Three columns into two: the middle one is shared; two lines into one.
        assertArrayEquals(new float[] {0.5f, 1 / 6f, 0.2f, 0.2f}, load(Color.GRAY, 1, 2).inputs(), 1e-6f);
        float[] grown = load(Color.GRAY, 4, 3).inputs();
        assertArrayEquals(new float[] {0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0}, Arrays.copyOf(grown, 12), 1e-6f);
    }

    @Test
    void jpegIsRead() throws Exception {
        int[] flat = new int[64];
        Arrays.fill(flat, 0x808080);
        image("pets/a/1.jpg", "jpg", BufferedImage.TYPE_INT_RGB, 8, flat);
        image("pets/b/1.JPEG", "jpg", BufferedImage.TYPE_INT_RGB, 8, flat);
        assertEquals(0.502, load(Color.GRAY, 4, 4).input(1, 3), 0.01);
    }

    @Test
    void foldersOfPartsSayWhatTheirImagesAreFor() throws Exception {
        for (String part : List.of("train", "validation", "test")) {
            image("pets/" + part + "/a/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 1, 0);
            image("pets/" + part + "/b/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 1, 255);
        }
        Dataset data = load(Color.GRAY, 1, 1);
        assertEquals(List.of("a", "b"), data.classes());
        assertEquals(List.of(Part.TEST, Part.TRAIN, Part.VALIDATION), List.of(data.part(0), data.part(2), data.part(
                4)));
    }

    @Test
    void aBrokenImageNamesItsFile() throws Exception {
        image("pets/a/1.png", "png", BufferedImage.TYPE_INT_RGB, 8, new int[64]);
        image("pets/b/1.png", "png", BufferedImage.TYPE_INT_RGB, 8, new int[64]);
        Path broken = folder.resolve("pets/b/1.png");
        byte[] whole = Files.readAllBytes(broken);
        for (int length = 0; length < whole.length - 12; length++) {
            Files.write(broken, Arrays.copyOf(whole, length));
            DataException e = assertThrows(DataException.class, () -> load(Color.RGB, 8, 8), "cut at " + length);
            assertTrue(e.file().endsWith("1.png"), e.file());
        }
        image("pets/b/2.jpg", "jpg", BufferedImage.TYPE_INT_RGB, 8, new int[64]);
        byte[] jpeg = Files.readAllBytes(folder.resolve("pets/b/2.jpg"));
        Files.delete(folder.resolve("pets/b/2.jpg"));
        for (int length = 3; length < jpeg.length - 4; length += 5) {
            Files.write(broken, Arrays.copyOf(jpeg, length));
            assertThrows(DataException.class, () -> load(Color.RGB, 8, 8), "cut at " + length);
        }
        Files.writeString(broken, "no image at all");
        refused(() -> load(Color.RGB, 8, 8), "is no PNG, JPEG, BMP or GIF image");
    }

    @Test
    void anImageThatClaimsToBeHugeIsRefusedByItsHeader() throws Exception {
        image("pets/a/1.png", "png", BufferedImage.TYPE_INT_RGB, 8, new int[64]);
        image("pets/b/1.png", "png", BufferedImage.TYPE_INT_RGB, 8, new int[64]);
        byte[] bytes = Files.readAllBytes(folder.resolve("pets/b/1.png"));
        bytes[17] = 0x7F; // the width becomes 8 + 0x7F0000
        Files.write(folder.resolve("pets/b/1.png"), bytes);
        refused(() -> load(Color.RGB, 8, 8), "pixels, at most");
    }

    @Test
    void oneClassIsNone() throws Exception {
        refused(() -> load(Color.RGB, 8, 8), "there is no folder 'pets'", "data.folder");
        image("pets/a/1.png", "png", BufferedImage.TYPE_INT_RGB, 1, 0);
        refused(() -> load(Color.RGB, 8, 8), "only 'a'", "at least two folders");
        assertThrows(IllegalArgumentException.class, () -> new ImageFolder("x", Shape.of(8), Color.RGB));
    }

    @Test
    void imagesCanBeReadPixelByPixel() throws Exception {
        image("pets/a/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 0, 51, 102, 153);
        image("pets/b/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 153, 102, 51, 0);
        ImageFolder source = new ImageFolder("pets", Shape.of(2, 2), Color.GRAY);
        Origin origin = new Origin(folder, 1);
        Dataset sequence = new DataSpec(source, new UnsaidSplit(), false, true, Pixels.SEQUENCE, 1).load(origin);
        assertEquals(Shape.of(4, 1), sequence.inputShape());
        assertArrayEquals(new float[] {0, 0.2f, 0.4f, 0.6f, 0.6f, 0.4f, 0.2f, 0}, sequence.inputs(), 1e-6f);
        Dataset mixed = new DataSpec(source, new UnsaidSplit(), false, true, Pixels.PERMUTED, 3).load(origin);
        for (int t = 0; t < 4; t++) {
            assertEquals(0.6f, mixed.input(0, t) + mixed.input(1, t), 1e-6f, "the same order for all images");
        }
        float[] first = Arrays.copyOf(mixed.inputs(), 4);
        Arrays.sort(first);
        assertArrayEquals(new float[] {0, 0.2f, 0.4f, 0.6f}, first, 1e-6f);
        DataSpec points = new DataSpec(new Xor(100, 0.1, OptionalInt.of(1)), new UnsaidSplit(), false, true,
                Pixels.SEQUENCE, 1);
        refused(() -> points.load(origin), "data.pixels", "[2]");
    }
}
