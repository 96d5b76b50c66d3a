package dev.headwater.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameDamageTest {
    @TempDir
    Path folder;

    @Test
    void thousandFlippedBytesCostAtMostOneFrameEach() throws IOException {
        Path file = folder.resolve("moments.0");
        Frames.write(file, Frames.header(40), 0, 61);
        byte[] whole = Files.readAllBytes(file);
        Path flipped = folder.resolve("flipped");
        Random random = new Random(1);
        int lost = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(flipped, bytes);
            try (FrameReader reader = FrameReader.open(flipped)) {
                assertTrue(reader.size() >= 39, "of 40 frames " + reader.size() + " are left");
                assertEquals(40 - reader.size(), reader.lost());
                lost += reader.lost();
                Frames.check(reader);
            }
        }
        assertTrue(lost > 400, "flips in frames were noticed: " + lost);
    }

    @Test
    void everyFrameBeforeACutIsRead() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameHeader header = Frames.header(100);
        Frames.write(file, header, 0, 40);
        byte[] whole = Files.readAllBytes(file);
        int start = whole.length - 40 * header.frameBytes();
        Path cut = folder.resolve("cut");
        for (int length = start; length <= whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            try (FrameReader reader = FrameReader.open(cut)) {
                assertEquals((length - start) / header.frameBytes(), reader.size(), "cut at " + length);
                assertEquals(0, reader.lost(), "a torn tail is not a loss");
                Frames.check(reader);
            }
        }
        for (int length : new int[] {0, 1, 15, 4095}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            String message = assertThrows(TelemetryException.class, () -> FrameReader.open(cut).close()).getMessage();
            assertTrue(message.contains("no complete header yet"), message);
        }
    }

    @Test
    void writerGoesOnBehindATornTail() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameHeader header = Frames.header(100);
        Frames.write(file, header, 0, 10);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        try (FrameWriter writer = FrameWriter.reopen(file, Frames.LAYOUT)) {
            Frames.append(writer, 9, 12);
        }
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(12, reader.size());
            assertEquals(0, reader.lost());
            Frames.check(reader);
        }
    }

    @Test
    void zerosInsteadOfFramesAreCounted() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameHeader header = Frames.header(100);
        Frames.write(file, header, 0, 10);
        byte[] whole = Files.readAllBytes(file);
        Arrays.fill(whole, whole.length - 3 * header.frameBytes(), whole.length, (byte) 0);
        Files.write(file, whole);
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(7, reader.size());
            assertEquals(3, reader.lost());
        }
    }

    @Test
    void foreignFilesAreNamedAndRefused() throws IOException {
        Path file = folder.resolve("moments.0");
        byte[] noise = new byte[100_000];
        new Random(2).nextBytes(noise);
        Files.write(file, noise);
        String message = assertThrows(TelemetryException.class, () -> FrameReader.open(file).close()).getMessage();
        assertTrue(message.contains("moments.0") && message.contains("not a telemetry file"), message);
        Path none = folder.resolve("none");
        assertThrows(TelemetryException.class, () -> FrameReader.open(none).close());
    }

    @Test
    void newerFormatIsRefusedAsNewer() throws IOException {
        Path file = folder.resolve("moments.0");
        byte[] block = block("{}", 2);
        Files.write(file, concat(block, block));
        String message = assertThrows(TelemetryException.class, () -> FrameReader.open(file).close()).getMessage();
        assertTrue(message.contains("format 2") && message.contains("update"), message);
    }

    @Test
    void headersThatClaimTooMuchAreRefused() throws IOException {
        Path file = folder.resolve("moments.0");
        String good = new String(HeaderBlock.encode(Frames.header(10)), 16, 2000).trim();
        String json = good.substring(0, good.lastIndexOf('}') + 1);
        List<String> bad = List.of("[]", "{", "{}", json.replace("\"head\":5", "\"head\":99999999999"),
                json.replace("\"head\":5", "\"head\":-5"), json.replace("\"head\":5", "\"head\":0"),
                json.replace("\"ring\":5", "\"ring\":2147483647"), json.replace("\"steps\":1", "\"steps\":0"),
                json.replace("\"frame\":", "\"frame\":1"), json.replace("[\"value\"]", "[]"),
                json.replace("\"parameter\"", "\"parameters\""), json.replace("\"bias\"", "\"weight\""));
        for (String one : bad) {
            assertTrue(one.equals("[]") || !one.equals(json), "the case changes something");
            Files.write(file, concat(block(one, 1), block(one, 1)));
            String message = assertThrows(TelemetryException.class, () -> FrameReader.open(file).close(), one)
                    .getMessage();
            assertTrue(message.contains("makes no sense"), message);
        }
        Files.write(file, concat(block(json, 1), block(json, 1)));
        FrameReader.open(file).close();
    }

    @Test
    void hugeClaimedBlockIsNotAllocated() throws IOException {
        Path file = folder.resolve("moments.0");
        byte[] block = block("{}", 1);
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE).putInt(12,
                Integer.MAX_VALUE & -4096);
        Files.write(file, block);
        assertThrows(TelemetryException.class, () -> FrameReader.open(file).close());
    }

    private static byte[] block(String json, int version) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer block = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        block.put(new byte[] {'H', 'W', 'T', 'M'}).putInt(version).putInt(bytes.length).putInt(4096).put(bytes);
        CRC32C crc = new CRC32C();
        crc.update(block.array(), 0, 4092);
        return block.putInt(4092, (int) crc.getValue()).array();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
