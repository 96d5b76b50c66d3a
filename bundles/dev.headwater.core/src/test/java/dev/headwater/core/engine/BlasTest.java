package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BlasTest {
    private static final String WIDE = """
            processor\t: 0
            model name\t: Fast 9000
            cpu MHz\t\t: 3000.000
            flags\t\t: fpu sse2 avx2 fma avx512f

            processor\t: 1
            model name\t: Other
            """;

    @Test
    void theFirstProcessorOfTheListIsRead() {
        assertEquals(new Processor("Fast 9000", 16, 3), Processor.of(WIDE));
        assertEquals(192, Processor.of(WIDE).gflops());
        assertEquals(8, Processor.of(WIDE.replace("avx512f", "")).floats());
        assertEquals(new Processor("", 0, 0), Processor.of("nonsense"));
        assertEquals(0, Processor.of(WIDE.replace("3000.000", "fast")).gigahertz());
    }

    @Test
    void aForcedKernelIsNamedWithItsCure() {
        String warning = new Blas("OpenBLAS", "Haswell", 80).warning(Processor.of(WIDE), "Haswell");
        assertEquals("matrix products run at 80 GF/s with OpenBLAS's kernel for Haswell, of about 192 that this"
                + " processor (Fast 9000) can do; OPENBLAS_CORETYPE=Haswell in the environment has chosen it: unset"
                + " that, or set HEADWATER_IGNORE_CORETYPE=1 (in the IDE: Preferences > Headwater)", warning);
        assertTrue(new Blas("OpenBLAS", "Prescott", 20).warning(Processor.of(WIDE), null).contains("newer OpenBLAS"));
    }

    @Test
    void nothingIsSaidOfAKernelThatFitsOrIsFastOrUnknown() {
        assertNull(new Blas("OpenBLAS", "Skylakex", 50).warning(Processor.of(WIDE), null), "the clock may be wrong");
        assertNull(new Blas("OpenBLAS", "Haswell", 120).warning(Processor.of(WIDE), null), "above 60 %");
        assertNull(new Blas("OpenBLAS", "unknown", 1).warning(Processor.of(WIDE), null));
        assertNull(new Blas("OpenBLAS", "Haswell", 1).warning(Processor.of(""), null));
    }
}
