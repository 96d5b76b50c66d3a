package dev.headwater.core.engine;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * A stretch of native memory seen twice: as floats, and as their bits. Integer loops over bits need no care for NaN and
 * vectorize with their results in registers, which those over floats do not.
 *
 * @param floats the values
 * @param bits the same memory
 */
record Memory(FloatBuffer floats, IntBuffer bits) {
    /** Both views of a direct buffer, whose memory the caller keeps alive. */
    static Memory of(FloatBuffer floats) {
        @SuppressWarnings("resource") // pointers into memory that an arena owns
        IntPointer pointer = new IntPointer(new FloatPointer(floats));
        return new Memory(floats, pointer.position(0).capacity(floats.capacity()).asBuffer());
    }
}
