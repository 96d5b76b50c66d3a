package dev.headwater.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.activation.Activation;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.house.Samples;
import dev.headwater.core.initializer.Initializer;
import dev.headwater.core.initializer.ParameterSpec;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Reshape;
import dev.headwater.core.optimizer.Optimizer;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
            for (Catalog<?> catalog : Samples.CATALOGS) {
                walk(catalog, walked);
            }
            assertEquals(111, Designs.graph(Designs.RICH).parameterCount());
            assertTrue(Schema.of(DataSources.ALL).has("$defs"));
            return walked;
        }

        private static <T> void walk(Catalog<T> catalog, List<String> walked) {
            for (Entry<T> entry : catalog.entries()) {
                // The verifier and reflection are what fails where a class merely mentions a missing one.
                assertTrue(entry.type().getDeclaredMethods().length + entry.type().getDeclaredFields().length > 0);
                T value = Samples.bind(catalog, Samples.shortest(catalog, entry));
                assertEquals(value, Samples.bind(catalog, Samples.BINDER.unbind(value)));
                walked.add(entry.name() + used(value));
            }
        }

        /** Inputs of the first shape that the layer takes: its own, a sequence, or an image. */
        private static List<Shape> fitting(Layer layer) {
            if (layer instanceof Reshape reshape) {
                return List.of(reshape.shape().filled(12));
            }
            List<Shape> sequence = Collections.nCopies(layer.minInputs(), Shape.of(12, 14));
            try {
                layer.outputShape(sequence);
                return sequence;
            } catch (ShapeMismatch e) {
                return Collections.nCopies(layer.minInputs(), Shape.of(12, 12, 14));
            }
        }

        /** What an IDE asks a thing of a design, as text. */
        private static String used(Object value) {
            return switch (value) {
                case Layer layer -> {
                    List<Shape> inputs = fitting(layer);
                    yield " " + layer.outputShape(inputs) + layer.parameters(inputs).size() + " "
                            + layer.multiplyAdds(inputs);
                }
                case Activation activation -> " " + activation.value(0.5) + " " + activation.slope(0.5);
                case Initializer initializer -> {
                    float[] into = new float[12];
                    Shape shape = Shape.of(4, 3);
                    initializer.draw(into, new ParameterSpec("weight", shape, 3, 4, initializer), new Random(1));
                    yield " " + into[11];
                }
                case Optimizer optimizer -> " " + optimizer.slots();
                default -> "";
            };
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
