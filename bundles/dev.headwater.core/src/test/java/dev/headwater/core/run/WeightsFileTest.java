package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.WeightsFile.Format;
import dev.headwater.core.tensor.Shape;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsFileTest {
    @TempDir
    Path folder;

    private static NamedTensor random(String name, int... extents) {
        Random random = new Random(name.hashCode());
        float[] values = new float[Shape.of(extents).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return NamedTensor.of(name, Shape.of(extents), values, 0);
    }

    @ParameterizedTest
    @EnumSource
    void tensorsComeBackBitForBitUnderTheirNames(Format format) throws Exception {
        List<NamedTensor> tensors = List.of(random("block.3/dense/weight", 300, 500), random("b/bias", 7), random(
                "scalar"), random("state/norm/running_mean", 2, 3, 4));
        Path file = folder.resolve("weights");
        WeightsFile.write(file, format, Map.of("step", "7"), tensors);
        try (WeightsFile read = WeightsFile.open(file)) {
            assertEquals(tensors.stream().map(NamedTensor::name).toList(), read.names());
            assertEquals(List.of(), read.extents("scalar"));
            assertEquals(List.of(2, 3, 4), read.extents("state/norm/running_mean"));
            for (NamedTensor tensor : tensors) {
                FloatBuffer into = FloatBuffer.allocate(tensor.shape().size());
                read.read(tensor.name(), tensor.shape(), into);
                assertEquals(tensor.values(), into);
            }
            FloatBuffer some = FloatBuffer.allocate(24);
            assertThrows(RunException.class, () -> read.read("b/bias", Shape.of(8), some));
            assertThrows(RunException.class, () -> read.read("none", Shape.of(7), some));
            assertThrows(RunException.class, () -> read.extents("none"));
        }
    }

    /** The format's description: magic, version 1.0, length, a dictionary padded to 64 bytes that ends in a newline. */
    @Test
    void everyArrayStandsAsNumpyWritesIt() throws Exception {
        Path file = folder.resolve("a.npz");
        WeightsFile.write(file, Format.NPZ, Map.of(), List.of(NamedTensor.of("d/w", Shape.of(2, 3), new float[] {1, 2,
                3, 4, 5, 6}, 0), random("v", 3), random("s")));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes;
            try (InputStream in = zip.getInputStream(zip.getEntry("d/w.npy"))) {
                bytes = in.readAllBytes();
            }
            assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, Arrays.copyOf(
                    bytes, 10));
            String text = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
            assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", text.strip());
            assertTrue(text.endsWith(" \n"));
            FloatBuffer values = ByteBuffer.wrap(bytes, 128, 24).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            assertEquals(FloatBuffer.wrap(new float[] {1, 2, 3, 4, 5, 6}), values);
            assertEquals(152, bytes.length);
            for (String one : List.of("v.npy", "s.npy")) {
                try (InputStream in = zip.getInputStream(zip.getEntry(one))) {
                    String head = new String(in.readNBytes(128), StandardCharsets.ISO_8859_1);
                    assertTrue(head.contains(one.equals("v.npy") ? "'shape': (3,), }" : "'shape': (), }"), head);
                }
            }
        }
    }

    @Test
    void equalTensorsAreEqualBytes() throws Exception {
        List<NamedTensor> tensors = List.of(random("a", 3, 4), random("b", 5));
        WeightsFile.write(folder.resolve("1"), Format.NPZ, Map.of(), tensors);
        WeightsFile.write(folder.resolve("2"), Format.NPZ, Map.of(), tensors);
        assertEquals(-1, Files.mismatch(folder.resolve("1"), folder.resolve("2")));
    }

    @Test
    void twoTensorsOfOneNameAreRefused() {
        assertThrows(RunException.class, () -> WeightsFile.write(folder.resolve("x"), Format.NPZ, Map.of(), List.of(
                random("a", 1), random("a", 1))));
        assertTrue(Files.notExists(folder.resolve("x")));
    }

    @Test
    void damagedFilesAreRefusedInASentence() throws Exception {
        Path file = folder.resolve("d.npz");
        WeightsFile.write(file, Format.NPZ, Map.of(), List.of(random("a", 3)));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x31;
            Files.write(file, damaged);
            try (WeightsFile read = WeightsFile.open(file)) {
                for (String name : read.names()) {
                    read.read(name, Shape.of(3), FloatBuffer.allocate(3));
                }
            } catch (RunException e) {
                assertTrue(e.getMessage().contains("d.npz"), e.getMessage());
            }
        }
        Files.writeString(file, "neither");
        assertThrows(RunException.class, () -> WeightsFile.open(file));
    }
}
