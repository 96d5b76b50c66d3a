package dev.headwater.core.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a data set as training sees it: shapes, classes, parts, lengths, and the bits of all floats, little endian. It
 * does not depend on how a file wrote the same rows, so a packed file and an unpacked one are the same data.
 */
final class Fingerprint {
    private static final int CHUNK = 16 * 1024;

    private final MessageDigest digest;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must have SHA-256", e);
        }
    }

    static String of(Dataset data, float[] inputs, float[] targets, int[] lengths) {
        Fingerprint print = new Fingerprint();
        print.add(data.inputShape() + " " + data.targetShape() + " " + data.rows());
        print.add(data.classes().size() + " classes");
        data.classes().forEach(print::add);
        print.add(inputs);
        print.add(targets);
        if (data.hasParts()) {
            byte[] parts = new byte[data.rows()];
            for (int row = 0; row < parts.length; row++) {
                parts[row] = (byte) data.part(row).ordinal();
            }
            print.digest.update(parts);
        }
        if (lengths != null) {
            print.add(lengths.length + " lengths");
            print.add(lengths);
        }
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, encoded.length));
        digest.update(encoded);
    }

    private void add(int[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.asIntBuffer().put(values, from, count);
            digest.update(bytes.array(), 0, count * Integer.BYTES);
        }
    }

    private void add(float[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.asFloatBuffer().put(values, from, count);
            digest.update(bytes.array(), 0, count * Float.BYTES);
        }
    }
}
