package dev.headwater.core.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.function.Consumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Starts ND4J and OpenBLAS, once for the process, and knows what was found. */
public final class Backend {
    private static final int PROBE = 256;
    private static final int PROBE_RUNS = 5;
    /** The kernels that OpenBLAS may have chosen among, as its own symbols name them. */
    private static final String[] KERNELS = {"HASWELL", "SKYLAKEX", "COOPERLAKE", "SAPPHIRERAPIDS", "ZEN", "EXCAVATOR",
            "STEAMROLLER", "PILEDRIVER", "BULLDOZER", "SANDYBRIDGE", "NEHALEM", "BARCELONA", "PRESCOTT", "CORE2",
            "NEOVERSEV1", "NEOVERSEN1", "NEOVERSEN2", "CORTEXA57", "CORTEXX2", "ARMV8SVE", "ARMV8", "VORTEX"};

    private static boolean started;

    private Backend() {
    }

    /** Starts with nobody to tell; see {@link #start(Consumer)}. */
    public static void start() {
        start(notice -> {
            // nobody asked
        });
    }

    /**
     * Loads the native libraries if that has not happened yet; takes about half a second, several when they have to be
     * unpacked first.
     *
     * @param notice told one sentence before the first unpacking
     * @throws BackendException if they are missing for this platform or cannot be unpacked
     */
    public static synchronized void start(Consumer<String> notice) {
        if (started) {
            return;
        }
        try {
            // Before anything else of ND4J: under OSGi the context class loader does not see it.
            ND4JClassLoading.setNd4jClassloader(INDArray.class.getClassLoader());
            NativeCache.with(nd4jVersion() + "-openblas-" + openblasVersion(), notice, () -> {
                openblas_nolapack.blas_set_num_threads(1);
                Nd4j.create(DataType.FLOAT, 1).close();
            });
            started = true;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new BackendException("ND4J has no native libraries for this platform (" + System.getProperty(
                    "os.name")
                    + " " + System.getProperty("os.arch") + ") or they cannot be loaded: " + e.getMessage()
                    + "; install the Headwater fragment for this platform", e);
        }
    }

    /** What the products of this process run on; measured anew at each call, in about a millisecond. */
    public static Blas blas() {
        start();
        return new Blas("OpenBLAS " + openblasVersion(), kernel(), gflops());
    }

    private static double gflops() {
        long size = (long) PROBE * PROBE;
        try (FloatPointer a = new FloatPointer(size);
                FloatPointer b = new FloatPointer(size);
                FloatPointer c = new FloatPointer(size)) {
            for (long i = 0; i < size; i++) {
                a.put(i, 1f / (1 + i % 7));
                b.put(i, 1f / (1 + i % 5));
            }
            long best = Long.MAX_VALUE;
            for (int run = 0; run < PROBE_RUNS; run++) {
                long start = System.nanoTime();
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, PROBE, PROBE, PROBE, 1f, a, PROBE, b, PROBE, 0f,
                        c,
                        PROBE);
                best = Math.min(best, System.nanoTime() - start);
            }
            return 2.0 * PROBE * PROBE * PROBE / best;
        }
    }

    /** OpenBLAS points {@code gotoblas} at the table of the kernels it chose; its Java bindings do not say it. */
    @SuppressWarnings("resource") // the pointers are into the library itself
    static String kernel() {
        start();
        Pointer chosen = Loader.addressof("gotoblas");
        if (chosen == null) {
            return "unknown";
        }
        long table = new PointerPointer<>(chosen).get(0).address();
        for (String name : KERNELS) {
            Pointer candidate = Loader.addressof("gotoblas_" + name);
            if (candidate != null && candidate.address() == table) {
                return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
            }
        }
        return "unknown";
    }

    /** ND4J's version. */
    public static String nd4jVersion() {
        return version(Nd4j.class, "org.nd4j/nd4j-api");
    }

    /** The version of OpenBLAS's Java bindings, which begins with OpenBLAS's own. */
    public static String openblasVersion() {
        return version(openblas_nolapack.class, "org.bytedeco/openblas");
    }

    private static String version(Class<?> of, String artifact) {
        String resource = "/META-INF/maven/" + artifact + "/pom.properties";
        try (InputStream in = of.getResourceAsStream(resource)) {
            if (in == null) {
                return "unknown";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
