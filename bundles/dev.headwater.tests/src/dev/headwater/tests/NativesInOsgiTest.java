package dev.headwater.tests;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J and OpenBLAS load in OSGi through the wrapper bundle and its native fragment, and compute what they should. */
class NativesInOsgiTest {
    @BeforeAll
    static void tellNd4jItsClassLoader() {
        ND4JClassLoading.setNd4jClassloader(INDArray.class.getClassLoader());
    }

    @Test
    void nd4jAddsAndSums() {
        INDArray x = Nd4j.create(DataType.FLOAT, 3, 4);
        x.addi(2);
        assertEquals(24, x.sumNumber().doubleValue());
    }

    @Test
    void openBlasMultipliesMatricesOutsideTheHeap() {
        try (var a = new FloatPointer(1, 2, 3, 4, 5, 6);
                var b = new FloatPointer(1, 0, 0, 1, 1, 1);
                var c = new FloatPointer(4)) {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, 2, 2, 3, 1, a, 3, b, 2, 0, c, 2);
            var product = new float[4];
            c.get(product);
            assertArrayEquals(new float[] {4, 5, 10, 11}, product);
        }
    }
}
