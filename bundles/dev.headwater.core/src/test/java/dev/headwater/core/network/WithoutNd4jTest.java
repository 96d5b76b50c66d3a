package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.optimizer.Optimizers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** An IDE never loads the numeric library: everything that designs must work where it does not exist. */
class WithoutNd4jTest {
    /** Loads this product's classes anew, and nothing of the numeric library. */
    private static final class NoNumerics extends ClassLoader {
        NoNumerics() {
            super(WithoutNd4jTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.nd4j.") || name.startsWith("org.bytedeco.")) {
                throw new ClassNotFoundException(name + " does not exist here");
            }
            if (!name.startsWith("dev.headwater.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** What runs there; its answer is of JDK types, for its other classes are not the test's. */
    public static final class Walk implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            List<String> walked = new ArrayList<>();
            for (Catalog<?> catalog : List.of(Layers.ALL, Activations.ALL, Initializers.ALL, Losses.ALL, Optimizers.ALL,
                    DataSources.ALL)) {
                for (Entry<?> entry : catalog.entries()) {
                    // The verifier and reflection are what fails where a class merely mentions a missing one.
                    assertTrue(entry.type().getDeclaredMethods().length + entry.type().getDeclaredFields().length > 0);
                    walked.add(entry.name());
                }
            }
            assertEquals(111, Designs.graph(Designs.RICH).parameterCount());
            assertTrue(Schema.of(DataSources.ALL).has("$defs"));
            return walked;
        }
    }

    @Test
    void catalogsSchemaAndGraphsNeedNoNumericLibrary() throws ReflectiveOperationException {
        ClassLoader loader = new NoNumerics();
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.nd4j.linalg.factory.Nd4j"));
        Class<?> walk = loader.loadClass(Walk.class.getName());
        assertTrue(walk.getClassLoader() == loader);
        Supplier<?> there = (Supplier<?>) walk.getDeclaredConstructor().newInstance();
        assertEquals(new Walk().get(), there.get());
    }
}
