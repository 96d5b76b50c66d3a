package dev.headwater.core.data;

import static dev.headwater.core.data.DataFiles.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headwater.core.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files were written by NumPy 2.4.6. */
final class NumpyTest {
    /** numpy.array([[1, 2, 3], [4, 5, 6]], dtype='<f4') */
    private static final byte[] FLOATS = bytes(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIA/AAAAQAAAQEAAAIBA"
                    + "AACgQAAAwEA=");
    /** numpy.asfortranarray((numpy.arange(24).reshape(2, 3, 4) / 8).astype('>f8')) */
    private static final byte[] FORTRAN = bytes(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0g"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAD/4AAAAAAAA"
                    + "P+AAAAAAAABAAAAAAAAAAD/wAAAAAAAAQAQAAAAAAAA/wAAAAAAAAD/6AAAAAAAAP+QAAAAAAABAAQAAAAAAAD/yAAAAAAAA"
                    + "QAUAAAAAAAA/0AAAAAAAAD/8AAAAAAAAP+gAAAAAAABAAgAAAAAAAD/0AAAAAAAAQAYAAAAAAAA/2AAAAAAAAD/+AAAAAAAA"
                    + "P+wAAAAAAABAAwAAAAAAAD/2AAAAAAAAQAcAAAAAAAA=");
    /** numpy.array([True, False]) */
    private static final byte[] TRUTHS = bytes(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAA==");
    /** numpy.array([-1, 5, 2**40]) */
    private static final byte[] LONGS = bytes(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDMsKSwgfSAgICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAr//////////wUAAAAAAAAA"
                    + "AAAAAAABAAA=");
    /** numpy.array([0.5, -2], dtype='f2') */
    private static final byte[] HALVES = bytes(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsKSwgfSAgICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAOADA");
    /** numpy.savez(file, x=uint8 [[0, 255], [51, 102]], y=[7, 3]) */
    private static final byte[] NPZ = bytes(
            "UEsDBC0AAAAAAAAAIQDj7gKS//////////8FABQAeC5ucHkBABAAhAAAAAAAAACEAAAAAAAAAJNOVU1QWQEAdgB7J2Rlc2Ny"
                    + "JzogJ3x1MScsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgyLCAyKSwgfSAgICAgICAgICAgICAgICAgICAg"
                    + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKAP8zZlBLAwQtAAAAAAAAACEAdpUndv//////////BQAU"
                    + "AHkubnB5AQAQAJAAAAAAAAAAkAAAAAAAAACTTlVNUFkBAHYAeydkZXNjcic6ICc8aTgnLCAnZm9ydHJhbl9vcmRlcic6IEZh"
                    + "bHNlLCAnc2hhcGUnOiAoMiwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                    + "ICAgICAgICAgCgcAAAAAAAAAAwAAAAAAAABQSwECLQMtAAAAAAAAACEA4+4CkoQAAACEAAAABQAAAAAAAAAAAAAAgAEAAAAA"
                    + "eC5ucHlQSwECLQMtAAAAAAAAACEAdpUndpAAAACQAAAABQAAAAAAAAAAAAAAgAG7AAAAeS5ucHlQSwUGAAAAAAIAAgBmAAAA"
                    + "ggEAAAAA");
    /** numpy.savez_compressed(file, x=int16 arange(24) of (4, 3, 2), y=[[1, 2, -1], …], n=[2, 3, 1, 3]) */
    private static final byte[] PACKED = bytes(
            "UEsDBC0AAAAIAAAAIQADrny8//////////8FABQAeC5ucHkBABAAsAAAAAAAAAB5AAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxc"
                    + "pG6loG6TaaSuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GiY6CsY6CkaaOgq1CuQBLgYGRgYmBmYGFgZWBjYGdgYO"
                    + "Bk4GLgZuBh4GXgY+Bn4GAQZBBiEGYQYRBlEGMQZxBgBQSwMELQAAAAgAAAAhANJlGEr//////////wUAFAB5Lm5weQEAEADg"
                    + "AAAAAAAAAFoAAAAAAAAAm+wX6hsQychQxlCtnpJanFykbqWgbpNpoa6joJ6WX1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvka"
                    + "JjoKxpo6CrUKZAMuRgYIYILS/6EAJo4uj64OXT0Tmj4AUEsDBC0AAAAIAAAAIQArtuwZ//////////8FABQAbi5ucHkBABAA"
                    + "oAAAAAAAAABNAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TaaGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5"
                    + "GiY6mjoKtQoUAC4mBghghtKMaHwAUEsBAi0DLQAAAAgAAAAhAAOufLx5AAAAsAAAAAUAAAAAAAAAAAAAAIABAAAAAHgubnB5"
                    + "UEsBAi0DLQAAAAgAAAAhANJlGEpaAAAA4AAAAAUAAAAAAAAAAAAAAIABsAAAAHkubnB5UEsBAi0DLQAAAAgAAAAhACu27BlN"
                    + "AAAAoAAAAAUAAAAAAAAAAAAAAIABQQEAAG4ubnB5UEsFBgAAAAADAAMAmQAAAMUBAAAAAA==");

    @TempDir
    private Path folder;

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** An array with one byte a number, whose header says what it likes. */
    private static byte[] array(String descr, String shape, int size) {
        byte[] text = ("{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }\n").getBytes(
                StandardCharsets.US_ASCII);
        byte[] file = new byte[10 + text.length + size];
        System.arraycopy(FLOATS, 0, file, 0, 8);
        file[8] = (byte) text.length;
        System.arraycopy(text, 0, file, 10, text.length);
        return file;
    }

    private static Numpy files(Task task) {
        return new Numpy("x.npy", "y.npy", "x", "y", null, null, task, true);
    }

    private Dataset load(byte[] x, byte[] y, Task task) throws DataException {
        DataFiles.write(folder, "y.npy", y);
        return files(task).load(DataFiles.write(folder, "x.npy", x));
    }

    private Dataset load(byte[] npz, Numpy numpy) throws DataException {
        return numpy.load(DataFiles.write(folder, numpy.file(), npz));
    }

    private static Numpy npz(String lengths, Shape shape, Task task) {
        return new Numpy("d.npz", null, "x", "y", lengths, shape, task, true);
    }

    @Test
    void inputsAndLabelsComeFromTwoFiles() throws DataException {
        Dataset data = load(FLOATS, TRUTHS, Task.AUTO);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, data.inputs());
        assertEquals(Shape.of(3), data.inputShape());
        assertEquals(List.of("0", "1"), data.classes());
        assertEquals(1f, data.target(0, 0));
        assertEquals(List.of(0.5f, -2f), List.of(load(FLOATS, HALVES, Task.AUTO).target(0, 0), load(FLOATS, HALVES,
                Task.AUTO).target(1, 0)));
        assertEquals(data.hash(), load(DataFiles.gzip(FLOATS), TRUTHS, Task.AUTO).hash(), "packed");
    }

    @Test
    void fortranOrderAndBigEndianAreUnderstood() throws DataException {
        float[] expected = new float[24];
        for (int i = 0; i < 24; i++) {
            expected[i] = i / 8f;
        }
        Dataset data = load(FORTRAN, TRUTHS, Task.AUTO);
        assertEquals(Shape.of(3, 4), data.inputShape());
        assertArrayEquals(expected, data.inputs());
    }

    @Test
    void npzHoldsBothAndBytesBecomeShares() throws DataException {
        Dataset data = load(NPZ, npz(null, Shape.of(2, 1), Task.AUTO));
        assertArrayEquals(new float[] {0, 1, 0.2f, 0.4f}, data.inputs());
        assertEquals(Shape.of(2, 1), data.inputShape());
        assertEquals(List.of("3", "7"), data.classes());
        assertEquals(1f, data.target(0, 0));
        Numpy plain = new Numpy("d.npz", null, "x", "y", null, null, Task.REGRESSION, false);
        assertEquals(255f, load(NPZ, plain).input(0, 1));
        assertEquals(7f, load(NPZ, plain).target(0, 0));
    }

    @Test
    void sequencesHaveLengthsAndAClassAtEveryStep() throws DataException {
        Dataset data = load(PACKED, npz("n", null, Task.CLASSIFICATION));
        assertEquals(Shape.of(3, 2), data.inputShape());
        assertEquals(Shape.of(3, 1), data.targetShape());
        assertEquals(List.of("1", "2"), data.classes(), "-1 is padding");
        assertEquals(List.of(2, 3, 1, 3), List.of(data.length(0), data.length(1), data.length(2), data.length(3)));
        assertEquals(1f, data.target(1, 2));
        assertEquals(0f, data.target(0, 2));
        assertEquals(23f, data.input(3, 5));
        assertEquals(Shape.of(3, 1), load(PACKED, npz(null, null, Task.AUTO)).targetShape());
        assertEquals(List.of(), load(PACKED, npz(null, null, Task.AUTO)).classes());
        refused(() -> load(PACKED, new Numpy("d.npz", null, "x", "y", "y", null, Task.AUTO, true)), "'y'", "lengths");
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(() -> load(NPZ, new Numpy("d.npz", null, "images", "y", null, null, Task.AUTO, true)),
                "no array 'images'", "'x', 'y'");
        refused(() -> load(FLOATS, new Numpy("x.npy", null, "x", "y", null, null, Task.AUTO, true)), "data.labels");
        refused(() -> load(FLOATS, LONGS, Task.AUTO), "3 examples", "the inputs 2");
        refused(() -> load(NPZ, npz(null, Shape.of(3), Task.AUTO)), "data.shape [3]", "2 numbers");
    }

    @Test
    void labelsThatAreNoneAreRefused() {
        refused(() -> load(LONGS, LONGS, Task.CLASSIFICATION), "label 1.0995116E12", "whole numbers");
        refused(() -> load(FLOATS, array("|u1", "2,", 2), Task.AUTO), "only the label 0");
        refused(() -> load(FLOATS, HALVES, Task.CLASSIFICATION), "label 0.5");
    }

    @Test
    void objectsTextsAndStructuresAreRefusedWithAWayOut() {
        refused(() -> load(array("|O", "2,", 20), TRUTHS, Task.AUTO), "Python objects", "runs code", "astype");
        refused(() -> load(array("<U4", "2,", 20), TRUTHS, Task.AUTO), "texts");
        refused(() -> load(array("<c8", "2,", 20), TRUTHS, Task.AUTO), "'c8'");
        byte[] structured = new String(array("<f4", "2,", 20), StandardCharsets.ISO_8859_1).replace("'<f4'", "[('a')")
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(() -> load(structured, TRUTHS, Task.AUTO), "structured");
    }

    @Test
    void headersThatLieAreFoundBeforeAnythingIsAllocated() {
        refused(() -> load(array("|u1", "2000000000, 2000000000", 8), TRUTHS, Task.AUTO), "the file has");
        refused(() -> load(array("|u1", "2000000000", 8), TRUTHS, Task.AUTO), "incomplete");
        refused(() -> load(array("|u1", "2147483648", 8), TRUTHS, Task.AUTO), "no file can hold");
        refused(() -> load(array("|u1", "9999999999999999999999", 8), TRUTHS, Task.AUTO), "no file can hold");
        refused(() -> load(array("|u1", "-2,", 8), TRUTHS, Task.AUTO), "no file can hold");
        refused(() -> load(array("|u1", "0, 4", 0), TRUTHS, Task.AUTO), "at least one");
        refused(() -> load(array("|u1", "", 1), TRUTHS, Task.AUTO), "first axis");
        refused(() -> load(array("|u1", "4,", 9), TRUTHS, Task.AUTO), "more bytes");
        refused(() -> load(Arrays.copyOf(FLOATS, 60), TRUTHS, Task.AUTO), "ends too early");
        refused(() -> load("x,y\n".repeat(9).getBytes(StandardCharsets.US_ASCII), TRUTHS, Task.AUTO), "0x93");
        refused(() -> load(DataFiles.gzip(array("|u1", "2000000000", 8)), TRUTHS, Task.AUTO), "incomplete");
    }

    @Test
    void damagedZipFilesAreRefused() {
        refused(() -> load(Arrays.copyOf(NPZ, NPZ.length / 2), npz(null, null, Task.AUTO)), ".npz");
        for (int i = 0; i < PACKED.length; i++) { // whatever byte is wrong: an answer or a sentence
            byte[] damaged = PACKED.clone();
            damaged[i] ^= 0x55;
            try {
                load(damaged, npz("n", null, Task.CLASSIFICATION));
            } catch (DataException e) {
                assertEquals(1, e.getMessage().lines().count());
            }
        }
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        byte[] infinite = FLOATS.clone();
        infinite[infinite.length - 2] = (byte) 0x80;
        infinite[infinite.length - 1] = 0x7F;
        refused(() -> load(infinite, TRUTHS, Task.AUTO), "Infinity", "example 1");
    }
}
