package dev.headwater.core.data;

import java.nio.ByteBuffer;

/** The numbers that an array of NumPy may hold, by the letter and size of its {@code descr}. */
enum NpyType {
    BOOL("b1", 1), INT8("i1", 1), INT16("i2", 2), INT32("i4", 4), INT64("i8", 8), UINT8("u1", 1), UINT16("u2",
            2), UINT32("u4", 4), UINT64("u8", 8), FLOAT16("f2", 2), FLOAT32("f4", 4), FLOAT64("f8", 8);

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The type of this code, without the sign of its byte order; {@code null} if there is none. */
    static NpyType of(String code) {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        return null;
    }

    /** The bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** Whether all its numbers are whole. */
    boolean whole() {
        return code.charAt(0) != 'f';
    }

    /** The next number, rounded to a double only where it has more than 53 bits. */
    double read(ByteBuffer data) {
        return switch (this) {
            case BOOL -> data.get() == 0 ? 0 : 1;
            case INT8 -> data.get();
            case INT16 -> data.getShort();
            case INT32 -> data.getInt();
            case INT64 -> data.getLong();
            case UINT8 -> data.get() & 0xFF;
            case UINT16 -> data.getShort() & 0xFFFF;
            case UINT32 -> data.getInt() & 0xFFFFFFFFL;
            case UINT64 -> unsigned(data.getLong());
            case FLOAT16 -> Float.float16ToFloat(data.getShort());
            case FLOAT32 -> data.getFloat();
            case FLOAT64 -> data.getDouble();
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }
}
