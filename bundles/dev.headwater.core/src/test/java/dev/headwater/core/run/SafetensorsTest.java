package dev.headwater.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void tensorsAreReadBitForBit() throws IOException {
        Random random = new Random(4);
        float[] flat = new float[200_000];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = Float.intBitsToFloat(random.nextInt());
        }
        FloatBuffer direct = ByteBuffer.allocateDirect(40).order(ByteOrder.nativeOrder()).asFloatBuffer();
        direct.put(0, flat, 0, 10);
        direct.position(3);
        Path file = folder.resolve("a.safetensors");
        write(file, Map.of("step", "12"), List.of(NamedTensor.of("a/weight", Shape.of(400, 400), flat, 7),
                new NamedTensor("b", Shape.of(10), direct), NamedTensor.of("scalar", Shape.of(), flat, 5)));
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertEquals("12", reader.metadata().get("step"));
            assertEquals(List.of("a/weight", "b", "scalar"), reader.names());
            assertEquals(Shape.of(), reader.shape("scalar"));
            float[] read = new float[160_003];
            reader.read("a/weight", Shape.of(400, 400), read, 3);
            for (int i = 0; i < 160_000; i++) {
                assertEquals(Float.floatToRawIntBits(flat[i + 7]), Float.floatToRawIntBits(read[i + 3]));
            }
            float[] ten = new float[10];
            reader.read("b", Shape.of(10), FloatBuffer.wrap(ten));
            assertArrayEquals(Arrays.copyOf(flat, 10), ten);
            assertEquals(reader.metadata().get("crc32c"), String.format("%08x", reader.checksum()));
            assertThrows(RunException.class, () -> reader.read("b", Shape.of(2, 5), ten, 0));
            assertThrows(RunException.class, () -> reader.read("c", Shape.of(10), ten, 0));
        }
    }

    @Test
    void fileIsLaidOutAsTheFormatSays() throws IOException {
        Path file = folder.resolve("a.safetensors");
        write(file, Map.of(), List.of(NamedTensor.of("x", Shape.of(2), new float[] {1, 2}, 0),
                NamedTensor.of("y", Shape.of(1), new float[] {3}, 0)));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong(0);
        assertEquals(0, length % 8);
        String header = new String(bytes.array(), 8, length, StandardCharsets.UTF_8);
        assertTrue(header.startsWith("{\"__metadata__\":{\"crc32c\":\""), header);
        assertTrue(header.replaceAll("\\s", "").contains(
                "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}"),
                header);
        assertEquals(8 + length + 12, bytes.capacity());
        assertEquals(3f, bytes.getFloat(8 + length + 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{", "", "x", "{}", // the 8 bytes of data belong to nobody
            "{'x':1}", "{'x':{'dtype':'F32','shape':[2]}}", "{'x':{'dtype':'F32','data_offsets':[0,8]}}",
            "{'x':{'dtype':'F16','shape':[4],'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}",
            "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}", // 4 bytes too many
            "{'x':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}", // a gap
            "{'x':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}", // too far
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}}",
            "{'x':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8.0]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8e0]}}",
            "{'x':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':2,'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}}",
            "{'x':{'dtype':'F32','shape':[0],'data_offsets':[0,0]},'y':{'dtype':'F32','shape':[2],"
                    + "'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}}", // 2^64 = 0 as a long
            "{'x':{'dtype':'F32','shape':[4294967298],'data_offsets':[0,8]}}", // 2 as an int
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,18446744073709551624]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[99999999999999999999999,99999999999999999999999]}}",
            "{'x':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}}",
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'y':{'dtype':'F32','shape':[2],"
                    + "'data_offsets':[0,8]}}", // the same place
            "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'y':{'dtype':'F32','shape':[1],"
                    + "'data_offsets':[4,8]}}", // an overlap
            "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'x':{'dtype':'F32','shape':[1],"
                    + "'data_offsets':[4,8]}}", // the same name
            "{'__metadata__':{'a':1},'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
            "{'__metadata__':[],'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"})
    void hostileHeaderIsRefused(String header) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Files.write(file, file(json.length, json, 8));
        String message = assertThrows(RunException.class, () -> SafetensorsReader.open(file).close()).getMessage();
        assertTrue(message.contains("bad.safetensors is damaged: "), message);
    }

    @Test
    void headerInAnyOrderIsRead() throws IOException {
        Path file = folder.resolve("good.safetensors");
        byte[] json = ("{\"y\":{\"data_offsets\":[4,8],\"dtype\":\"F32\",\"shape\":[1]},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}   ").getBytes();
        Files.write(file, file(json.length, json, 8));
        try (SafetensorsReader reader = SafetensorsReader.open(file)) {
            assertEquals(List.of("x", "y"), reader.names());
            assertEquals(Map.of(), reader.metadata());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 100_000_001, Long.MAX_VALUE, Long.MIN_VALUE, 1000})
    void lengthOfTheHeaderIsNotBelieved(long length) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, file(length, "{}".getBytes(), 0));
        assertThrows(RunException.class, () -> SafetensorsReader.open(file).close());
    }

    @Test
    void everyCutIsRefused() throws IOException {
        Path file = folder.resolve("a.safetensors");
        write(file, Map.of(), List.of(NamedTensor.of("x", Shape.of(9), new float[9], 0)));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(RunException.class, () -> SafetensorsReader.open(file).close());
        }
    }

    @Test
    void twoTensorsOfOneNameAreRefused() {
        NamedTensor one = NamedTensor.of("x", Shape.of(1), new float[1], 0);
        assertThrows(IllegalArgumentException.class,
                () -> write(folder.resolve("a"), Map.of(), List.of(one, one)));
        assertThrows(IllegalArgumentException.class,
                () -> new NamedTensor("x", Shape.of(2), FloatBuffer.allocate(1)));
    }

    private static void write(Path file, Map<String, String> metadata, List<NamedTensor> tensors) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            SafetensorsWriter.write(channel, metadata, tensors);
        }
    }

    private static byte[] file(long length, byte[] json, int data) {
        return ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json)
                .array();
    }
}
