package dev.headwater.core.telemetry;

import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The header of a telemetry file as bytes. A file begins with two equal blocks, so that one damaged byte in the header
 * does not cost the file: where the first block is damaged, the second is found by its magic at a multiple of
 * {@link #UNIT} bytes.
 */
final class HeaderBlock {
    /** The length of a block is a multiple of this. */
    static final int UNIT = 4096;

    private static final int MAGIC = 0x4D54_5748;
    private static final int VERSION = 1;
    private static final int BEFORE_JSON = 16;
    private static final int CRC_BYTES = 4;

    private HeaderBlock() {
    }

    /** A header that was read, and where the first frame stands. */
    record Located(FrameHeader header, long firstFrame) {
    }

    /**
     * One block.
     *
     * @throws IllegalArgumentException if the header would be larger than {@link FrameHeader#MAX_HEADER}
     */
    static byte[] encode(FrameHeader header) {
        byte[] json = JsonWriter.writeCompact(HeaderJson.write(header)).getBytes(StandardCharsets.UTF_8);
        long length = Math.ceilDiv((long) BEFORE_JSON + json.length + CRC_BYTES, UNIT) * UNIT;
        if (length > FrameHeader.MAX_HEADER) {
            throw new IllegalArgumentException("the header of a telemetry file would be larger than "
                    + (FrameHeader.MAX_HEADER >> 20) + " MiB; record fewer layers");
        }
        ByteBuffer block = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(block.array(), (byte) ' ');
        block.putInt(MAGIC).putInt(VERSION).putInt(json.length).putInt((int) length).put(json);
        CRC32C crc = new CRC32C();
        crc.update(block.array(), 0, (int) length - CRC_BYTES);
        block.putInt((int) length - CRC_BYTES, (int) crc.getValue());
        return block.array();
    }

    /**
     * Finds and reads the header of an open file.
     *
     * @throws TelemetryException if neither block can be read, or it was written by a newer version
     */
    static Located read(FileChannel file, String name) throws IOException {
        long limit = Math.min(file.size(), FrameHeader.MAX_HEADER + 1L);
        if (limit < UNIT) {
            throw new TelemetryException(name + " has no complete header yet, or was cut off");
        }
        for (long at = 0; at < limit; at += UNIT) {
            ByteBuffer block = block(file, at);
            if (block != null) {
                int version = block.getInt(4);
                if (version != VERSION) {
                    throw new TelemetryException(name + " has format " + version + "; this version reads format "
                            + VERSION + ": update Headwater");
                }
                return new Located(header(block, name), 2L * block.capacity());
            }
        }
        throw new TelemetryException(name + " is not a telemetry file, or its header is damaged");
    }

    /** The block that begins at {@code at}, or {@code null} if no whole one does. */
    private static ByteBuffer block(FileChannel file, long at) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(BEFORE_JSON).order(ByteOrder.LITTLE_ENDIAN);
        if (!readFully(file, start, at) || start.getInt(0) != MAGIC) {
            return null;
        }
        int json = start.getInt(8);
        int length = start.getInt(12);
        boolean possible = length >= UNIT && length <= FrameHeader.MAX_HEADER && length % UNIT == 0
                && (at == 0 || at == length) && json >= 0 && json <= length - BEFORE_JSON - CRC_BYTES
                && at + length <= file.size();
        if (!possible) {
            return null;
        }
        ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (!readFully(file, block, at)) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(block.array(), 0, length - CRC_BYTES);
        return block.getInt(length - CRC_BYTES) == (int) crc.getValue() ? block : null;
    }

    private static FrameHeader header(ByteBuffer block, String name) throws TelemetryException {
        byte[] json = Arrays.copyOfRange(block.array(), BEFORE_JSON, BEFORE_JSON + block.getInt(8));
        try {
            return HeaderJson.read(JsonReader.read(name, json));
        } catch (JsonException | IllegalArgumentException e) {
            throw new TelemetryException(name + " has a header that makes no sense: " + e.getMessage(), e);
        }
    }

    /** Fills the buffer with the bytes from {@code at} on; false at an early end of the file. */
    static boolean readFully(FileChannel file, ByteBuffer into, long at) throws IOException {
        long from = at - into.position();
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                return false;
            }
        }
        return true;
    }
}
