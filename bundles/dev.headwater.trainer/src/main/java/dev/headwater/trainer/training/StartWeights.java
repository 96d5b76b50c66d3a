package dev.headwater.trainer.training;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.engine.Model;
import dev.headwater.core.engine.WeightShapes;
import dev.headwater.core.network.Graph;
import dev.headwater.core.run.WeightsFile;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.Tensor;
import dev.headwater.trainer.input.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Weights from a file that a training begins with, in place of those drawn.
 *
 * @param file where they are
 * @param taken the names of those that are taken over
 * @param left what does not fit, in words; empty unless that was allowed
 */
public record StartWeights(WeightsFile file, List<String> taken, List<String> left) implements Closeable {
    private static final int MOST_NAMED = 5;

    /**
     * Opens a file and compares it with a network.
     *
     * @param partial whether it is enough that something fits
     * @throws Failure naming what is missing, unknown or of another shape
     * @throws IOException if the file cannot be read
     */
    public static StartWeights open(Path path, Graph graph, boolean partial) throws Failure, IOException {
        WeightsFile file = WeightsFile.open(path);
        try {
            return compare(file, WeightShapes.of(graph), partial);
        } catch (Failure | IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static StartWeights compare(WeightsFile file, Map<String, Shape> wanted, boolean partial)
            throws Failure, IOException {
        List<String> names = file.names();
        List<String> taken = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> misshaped = new ArrayList<>();
        for (Map.Entry<String, Shape> one : wanted.entrySet()) {
            if (!names.contains(one.getKey())) {
                missing.add(one.getKey());
                continue;
            }
            String shape = file.extents(one.getKey()).toString();
            if (shape.equals(one.getValue().toString())) {
                taken.add(one.getKey());
            } else {
                misshaped.add(one.getKey() + " has the shape " + shape + " there and " + one.getValue() + " here");
            }
        }
        List<String> unknown = names.stream().filter(name -> !wanted.containsKey(name) && !slot(name, wanted)).map(
                name -> name + perhaps(Nearest.of(name, missing))).toList();
        List<String> left = new ArrayList<>();
        left.addAll(misshaped);
        list("it lacks ", missing, left);
        list("the network has no ", unknown, left);
        if (!left.isEmpty() && (!partial || taken.isEmpty())) {
            throw Failure.input("the weights do not fit the network: " + String.join("; ", shortened(left)) + (taken
                    .isEmpty() ? "; nothing fits, take other weights"
                            : "; take other weights, or take over only the " + taken.size()
                                    + " that fit with --weights-partial"),
                    file.path().toString());
        }
        return new StartWeights(file, List.copyOf(taken), List.copyOf(shortened(left)));
    }

    private static String perhaps(List<String> nearest) {
        return nearest.isEmpty() ? "" : " (is it " + String.join(" or ", nearest) + "?)";
    }

    /** Whether a checkpoint calls so what an optimizer keeps about a parameter. */
    private static boolean slot(String name, Map<String, Shape> wanted) {
        int slash = name.indexOf('/');
        return name.startsWith("optimizer.") && slash > 0 && wanted.containsKey(name.substring(slash + 1));
    }

    private static void list(String begin, List<String> names, List<String> into) {
        if (!names.isEmpty()) {
            into.add(begin + String.join(", ", shortened(names)));
        }
    }

    private static List<String> shortened(List<String> all) {
        if (all.size() <= MOST_NAMED) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, MOST_NAMED));
        first.add((all.size() - MOST_NAMED) + " more");
        return first;
    }

    /**
     * Puts the weights into a model that was initialized.
     *
     * @throws IOException if they cannot be read or are no finite numbers
     */
    void apply(Model model) throws IOException {
        Map<String, Tensor> tensors = model.tensors();
        for (String name : taken) {
            Tensor tensor = tensors.get(name);
            file.read(name, tensor.shape(), tensor.data());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
