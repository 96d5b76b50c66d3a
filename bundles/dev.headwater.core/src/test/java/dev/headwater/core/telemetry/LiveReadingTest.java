package dev.headwater.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a writer that waits cannot be interrupted
class LiveReadingTest {
    @TempDir
    Path folder;

    @Test
    void readerBesideTheWriterNeverSeesAWrongNumber() throws Exception {
        Path file = folder.resolve("moments.0");
        FrameHeader header = Frames.header(500);
        long last = 60_000;
        try (FrameWriter writer = FrameWriter.create(file, header); FrameReader reader = FrameReader.open(file)) {
            Thread training = new Thread(() -> Frames.append(writer, 0, last));
            training.start();
            double[] values = new double[header.values()];
            Random random = new Random(1);
            int seen = 0;
            long newest = -1;
            while (training.isAlive()) {
                reader.refresh();
                assertTrue(reader.size() == 0 || reader.lastStep(reader.last()) >= newest, "nothing goes back");
                newest = reader.size() == 0 ? -1 : reader.lastStep(reader.last());
                for (int i = 0; i < 20 && reader.size() > 0; i++) {
                    int frame = random.nextInt(reader.size());
                    if (reader.read(frame, values)) {
                        assertArrayEquals(Frames.values(reader.firstStep(frame), values.length), values);
                        seen++;
                    }
                }
            }
            assertTrue(seen > 20, "the test read " + seen + " frames meanwhile");
            writer.flush(false);
            reader.refresh();
            reader.refresh();
            assertEquals(500, reader.size());
            assertEquals(0, reader.lost());
            assertEquals(last - 1, reader.lastStep(reader.last()));
            Frames.check(reader);
            assertFalse(reader.refresh(), "nothing new");
        }
    }

    @Test
    void refreshFindsTheSameAsOpeningAnew() throws IOException {
        Path file = folder.resolve("moments.0");
        Random random = new Random(7);
        try (FrameWriter writer = FrameWriter.create(file, Frames.header(37));
                FrameReader live = FrameReader.open(file)) {
            long step = 0;
            while (step < 700) {
                long next = step + 1 + random.nextInt(random.nextInt(10) == 0 ? 90 : 6);
                Frames.append(writer, step, next);
                step = next;
                writer.flush(false);
                assertTrue(live.refresh());
                assertFalse(live.refresh());
                try (FrameReader anew = FrameReader.open(file)) {
                    assertEquals(anew.size(), live.size(), "after step " + step);
                    for (int i = 0; i < anew.size(); i++) {
                        assertEquals(anew.firstStep(i), live.firstStep(i));
                    }
                }
                assertEquals(Math.min(37, step), live.size());
                Frames.check(live);
            }
        }
    }

    @Test
    void frameThatWasTornWhenFirstSeenIsReadLater() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameHeader header = Frames.header(50);
        Frames.write(file, header, 0, 10);
        byte[] whole = Files.readAllBytes(file);
        byte[] torn = whole.clone();
        torn[whole.length - 3 * header.frameBytes() + 100] ^= 1;
        Files.write(file, torn);
        try (FrameReader reader = FrameReader.open(file)) {
            assertEquals(9, reader.size());
            assertEquals(1, reader.lost());
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(whole));
            }
            assertTrue(reader.refresh());
            assertEquals(10, reader.size());
            assertEquals(0, reader.lost());
            Frames.check(reader);
        }
    }

    @Test
    void fileThatWasReplacedByAShorterOneIsReadAnew() throws IOException {
        Path file = folder.resolve("moments.0");
        FrameHeader header = Frames.header(50);
        Frames.write(file, header, 0, 10);
        try (FrameReader reader = FrameReader.open(file);
                var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 4L * header.frameBytes());
            assertTrue(reader.refresh());
            assertEquals(6, reader.size());
            Frames.check(reader);
        }
    }
}
