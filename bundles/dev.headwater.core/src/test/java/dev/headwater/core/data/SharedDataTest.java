package dev.headwater.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.core.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Real files that lie beside some checkouts, named by the system property {@code headwater.shared}. */
final class SharedDataTest {
    private static Origin shared() {
        String said = System.getProperty("headwater.shared");
        assumeTrue(said != null && !said.isBlank(), "no system property headwater.shared");
        Path data = Path.of(said, "data");
        assumeTrue(Files.isDirectory(data), "no folder " + data);
        return new Origin(data, 1);
    }

    @Test
    void circleHasItsThousandPoints() throws DataException {
        Origin origin = shared();
        DataSpec spec = new DataSpec(Csv.of("circle.csv", "label"), new ColumnSplit("split"), false, true);
        TrainingData circle = spec.prepare(origin);
        assertEquals(1000, circle.data().rows());
        assertEquals(Shape.of(2), circle.data().inputShape());
        assertEquals(List.of("0", "1"), circle.data().classes());
        assertEquals(700, circle.parts().train().size());
        assertEquals(300, circle.parts().validation().size());
        assertEquals(0.9278774778828034f, circle.data().input(0, 0));
        assertEquals(1f, circle.data().target(0, 0));
    }

    @Test
    void mnistIsTenThousandDigits() throws DataException {
        Origin origin = shared();
        Idx idx = new Idx("mnist-10k/t10k-images-idx3-ubyte.gz", "mnist-10k/t10k-labels-idx1-ubyte.gz");
        TrainingData digits = new DataSpec(idx, new CountSplit(OptionalInt.of(8000), 2000, 0), true, true)
                .prepare(origin);
        assertEquals(10_000, digits.data().rows());
        assertEquals(Shape.of(28, 28, 1), digits.data().inputShape());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), digits.data().classes());
        assertEquals(7f, digits.data().target(0, 0), "the first test digit of MNIST is a 7");
        assertEquals(8000, digits.parts().validation().get(0));
        assertEquals(0.13, digits.standardization().mean().get(0), 0.01);
        assertEquals(0.31, digits.standardization().deviation().get(0), 0.01);
    }

    @Test
    void mnistIsReadPixelByPixel() throws DataException {
        Origin origin = shared();
        Idx idx = new Idx("mnist-10k/t10k-images-idx3-ubyte.gz", "mnist-10k/t10k-labels-idx1-ubyte.gz");
        CountSplit split = new CountSplit(OptionalInt.of(8000), 2000, 0);
        Dataset whole = idx.load(origin);
        Dataset sequence = new DataSpec(idx, split, false, true, Pixels.SEQUENCE, 1).load(origin);
        assertEquals(Shape.of(784, 1), sequence.inputShape());
        assertEquals(whole.input(3, 28 * 14 + 9), sequence.input(3, 28 * 14 + 9));
        Dataset mixed = new DataSpec(idx, split, false, true, Pixels.PERMUTED, 1).load(origin);
        double before = 0;
        double after = 0;
        for (int i = 0; i < 784; i++) {
            before += whole.input(7, i);
            after += mixed.input(7, i);
        }
        assertEquals(before, after, 1e-9);
    }
}
