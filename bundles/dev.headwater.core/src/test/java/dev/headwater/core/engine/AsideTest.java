package dev.headwater.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsideTest {
    private static final String DENSE = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [12]},"
            + "{'id': 'a', 'layer': 'Dense', 'from': ['in'], 'units': 40, 'activation': 'tanh'},"
            + "{'id': 'b', 'layer': 'Dense', 'from': ['a'], 'units': 40, 'activation': 'relu'},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['b'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}],"
            + "'recipe': {'optimizer': 'adam', 'clip': {'clip': 'global-norm', 'threshold': 0.5}}}";
    private static final String IMAGES = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [2, 2, 3]},"
            + "{'id': 'c', 'layer': 'Conv2D', 'from': ['in'], 'filters': 8, 'kernel': 3, 'padding': 'same'},"
            + "{'id': 'n', 'layer': 'BatchNorm', 'from': ['c']},"
            + "{'id': 'r', 'layer': 'Activation', 'from': ['n'], 'activation': 'relu'},"
            + "{'id': 'f', 'layer': 'Flatten', 'from': ['r']},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['f'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}]}";
    private static final String SEQUENCES = "{'headwater': 1, 'nodes': [{'id': 'in', 'layer': 'Input', 'shape': [4, 3]},"
            + "{'id': 'g', 'layer': 'GRU', 'from': ['in'], 'units': 8, 'returnSequences': true},"
            + "{'id': 's', 'layer': 'SimpleRNN', 'from': ['g'], 'units': 8},"
            + "{'id': 'out', 'layer': 'Dense', 'from': ['s'], 'units': 1, 'activation': 'sigmoid'}],"
            + "'losses': [{'node': 'out', 'loss': 'binary-cross-entropy'}]}";

    @Test
    void everyPieceIsDoneOnce() {
        int pieces = 100;
        AtomicIntegerArray done = new AtomicIntegerArray(pieces);
        try (Aside aside = new Aside(pieces, (piece, thread) -> done.incrementAndGet(piece))) {
            for (int round = 1; round <= 500; round++) {
                for (int i = 0; i < pieces; i++) {
                    aside.post(i);
                }
                aside.join();
                for (int i = 0; i < pieces; i++) {
                    assertEquals(round, done.get(i));
                }
            }
        }
    }

    @Test
    void whatAPieceThrowsComesOutAtTheEnd() {
        RuntimeException wrong = new RuntimeException("wrong");
        try (Aside aside = new Aside(4, (piece, thread) -> {
            if (piece == 2) {
                throw wrong;
            }
        })) {
            for (int i = 0; i < 4; i++) {
                aside.post(i);
            }
            assertSame(wrong, assertThrows(RuntimeException.class, aside::join));
            aside.post(0);
            aside.join();
        }
    }

    @Test
    void afterTheEndNothingIsTouchedAnyMore() {
        for (int round = 0; round < 20; round++) {
            AtomicInteger running = new AtomicInteger();
            AtomicBoolean begun = new AtomicBoolean();
            Aside aside = new Aside(1, (piece, thread) -> {
                running.incrementAndGet();
                begun.set(true);
                LockSupport.parkNanos(5_000_000);
                running.decrementAndGet();
            });
            aside.post(0);
            while (!begun.get()) {
                Thread.onSpinWait();
            }
            aside.close();
            assertEquals(0, running.get(), "the memory that a piece measures is freed after the end");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DENSE, IMAGES, SEQUENCES})
    void aSecondThreadChangesNoBitOfWeightsAndTelemetry(String text) {
        int rows = 20;
        float[] x = Nets.normal(12 * rows, 1);
        float[] y = Nets.labels(rows, 2);
        try (Model one = Nets.model(text, rows, 1, 1); Model two = Nets.model(text, rows, 1, 2)) {
            assertEquals(1, one.threads());
            assertEquals(2, two.threads());
            for (int step = 0; step < 60; step++) {
                assertEquals(one.step(x, y, rows), two.step(x, y, rows), "loss of step " + step);
                assertEquals(one.flags(), two.flags());
                assertArrayEquals(one.values(), two.values(), "telemetry of step " + step);
            }
            one.tensors().forEach((name, tensor) -> {
                float[] a = new float[tensor.data().capacity()];
                float[] b = new float[a.length];
                tensor.data().get(0, a);
                two.tensors().get(name).data().get(0, b);
                assertEquals(-1, Arrays.mismatch(a, b), name);
            });
        }
    }
}
