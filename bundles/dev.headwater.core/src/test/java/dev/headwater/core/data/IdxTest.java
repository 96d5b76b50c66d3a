package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.idx;
import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.headwater.core.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxTest {
    @TempDir
    private Path folder;

    private Dataset load(byte[] images, byte[] labels) throws DataException {
        DataFiles.write(folder, "images", images);
        return new Idx("images", "labels").load(DataFiles.write(folder, "labels", labels));
    }

    private DataException problem(byte[] images, byte[] labels, String... parts) {
        return refused(() -> load(images, labels), parts);
    }

    @Test
    void bytesAreScaledAndImagesGetAChannel() throws DataException {
        Dataset data = load(idx(8, 1, 3, 2, 5), labels(7, 200, 7));
        assertEquals(Shape.of(2, 5, 1), data.inputShape());
        assertEquals(3, data.rows());
        assertEquals(0f, data.input(0, 0));
        assertEquals(9 / 255f, data.input(0, 9));
        assertEquals(29 / 255f, data.input(2, 9));
        assertEquals(List.of("7", "200"), data.classes());
        assertEquals(List.of(0f, 1f, 0f), List.of(data.target(0, 0), data.target(1, 0), data.target(2, 0)));
    }

    @Test
    void gzipIsKnownByItsBeginningNotItsName() throws DataException {
        Dataset plain = load(idx(8, 1, 300, 8, 8), labels(new int[300], 1));
        Dataset packed = load(DataFiles.gzip(idx(8, 1, 300, 8, 8)), DataFiles.gzip(labels(new int[300], 1)));
        assertEquals(plain.hash(), packed.hash());
        assertFalse(plain.hash().equals(load(idx(8, 1, 300, 8, 8), labels(new int[300], 2)).hash()));
    }

    private static byte[] labels(int[] all, int ones) {
        int[] some = all.clone();
        Arrays.fill(some, 0, ones, 1);
        return DataFiles.labels(some);
    }

    private static byte[] labels(int... labels) {
        return DataFiles.labels(labels);
    }

    @Test
    void otherTypesAndNumbersOfAxesAreRead() throws DataException {
        Dataset rows = load(idx(13, 4, 2, 6), labels(0, 1));
        assertEquals(Shape.of(6), rows.inputShape());
        assertEquals(11f, rows.input(1, 5));
        assertEquals(Shape.of(4, 3, 2), load(idx(8, 1, 2, 4, 3, 2), labels(0, 1)).inputShape());
    }

    @Test
    void tornFilesAreRefusedPackedOrNot() {
        byte[] images = idx(8, 1, 2, 40, 40);
        problem(Arrays.copyOf(images, images.length - 1), labels(0, 1), "3200 bytes", "incomplete");
        problem(Arrays.copyOf(images, 9), labels(0, 1), "ends too early");
        byte[] packed = DataFiles.gzip(images);
        problem(Arrays.copyOf(packed, packed.length - 20), labels(0, 1), "ends too early");
        packed[packed.length - 6] ^= 1;
        problem(packed, labels(0, 1), "cannot read", "fetch it again");
        problem(DataFiles.gzip(Arrays.copyOf(images, images.length - 1)), labels(0, 1), "ends too early");
    }

    @Test
    void bytesBeyondTheHeaderAreRefused() {
        byte[] images = idx(8, 1, 2, 4, 4);
        problem(Arrays.copyOf(images, images.length + 1), labels(0, 1), "more bytes than its header [2, 4, 4]");
        problem(DataFiles.gzip(Arrays.copyOf(images, images.length + 1)), labels(0, 1), "more bytes than its header");
    }

    @Test
    void whatIsNoIdxFileIsRefused() {
        problem("x,y\n1,2\n".getBytes(), labels(0, 1), "is not an IDX file", "data.images");
        problem(new byte[] {0, 0, 8}, labels(0, 1), "is not an IDX file");
        problem(new byte[] {0, 0, 8, 9, 0, 0, 0, 1}, labels(0, 1), "is not an IDX file");
        problem(new byte[] {0, 0, 10, 1, 0, 0, 0, 1, 0}, labels(0, 1), "is not an IDX file");
        problem(idx(8, 1, 2, 2, 2), new byte[] {1}, "is not an IDX file", "data.labels");
    }

    @Test
    void headersThatClaimTheWorldAllocateNothing() {
        byte[] claim = ByteBuffer.allocate(16).putInt(0x0803).putInt(Integer.MAX_VALUE).putInt(Integer.MAX_VALUE)
                .putInt(Integer.MAX_VALUE).array();
        problem(claim, labels(0, 1), "no file can");
        byte[] large = ByteBuffer.allocate(16).putInt(0x0803).putInt(60_000).putInt(1_000).putInt(1_000).array();
        problem(large, labels(0, 1), "60000000000 bytes", "the file has 16 bytes");
        problem(DataFiles.gzip(large), labels(0, 1), "60000000000 bytes");
        byte[] negative = ByteBuffer.allocate(16).putInt(0x0803).putInt(2).putInt(-1).putInt(4).array();
        problem(negative, labels(0, 1), "at least 1");
        problem(idx(8, 1, 0, 2, 2), labels(0, 1), "at least 1");
    }

    @Test
    void pairsThatDoNotBelongTogetherAreRefused() {
        problem(idx(8, 1, 3, 2, 2), labels(0, 1), "3 images", "2 labels");
        problem(labels(0, 1), idx(8, 1, 2, 2, 2), "exchanged");
        problem(labels(0, 1), labels(0, 1), "exchanged");
    }

    @Test
    void labelsAndPixelsThatCannotBeUsedAreRefused() {
        problem(idx(8, 1, 2, 2, 2), labels(5, 5), "only the label 5");
        byte[] halves = idx(13, 4, 2);
        ByteBuffer.wrap(halves).putFloat(12, 0.5f);
        problem(idx(8, 1, 2, 2, 2), halves, "the label 0.5");
        byte[] pixels = idx(13, 4, 2, 2);
        ByteBuffer.wrap(pixels).putFloat(20, Float.NaN);
        problem(pixels, labels(0, 1), "NaN", "image 1");
    }

    @Test
    void missingFilesNameTheirSetting() {
        Origin origin = DataFiles.write(folder, "images", idx(8, 1, 2, 2, 2));
        refused(() -> new Idx("images", "none").load(origin), "'none'", "--set data.labels=FILE");
        refused(() -> new Idx("none", "images").load(origin), "'none'", "--set data.images=FILE");
    }
}
