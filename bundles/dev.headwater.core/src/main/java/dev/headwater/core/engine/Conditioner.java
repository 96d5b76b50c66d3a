package dev.headwater.core.engine;

import dev.headwater.core.network.Conditioning;
import dev.headwater.core.network.Graph;
import java.util.List;

/** Carries out a {@link Conditioning} on a model whose parameters were just drawn. Equal seeds and data, equal bits. */
public final class Conditioner {
    private Conditioner() {
    }

    /**
     * Changes the parameters.
     *
     * @param graph the design that the model was laid out for
     * @param examples some training examples, row-major, {@code rows} of them; unused by those that look at no data
     * @param lengths how many steps of each example count; {@code null} if all do
     * @param seed of the run
     * @return what could not be done as it should, a sentence each
     */
    public static List<String> apply(Conditioning how, Graph graph, Model model, float[] examples, int[] lengths,
            int rows, long seed) {
        return switch (how) {
            case Conditioning.None none -> List.of();
            case Conditioning.Lsuv lsuv -> new UnitVariance(lsuv, graph, model, seed).apply(examples, lengths, rows);
            case Conditioning.Fixup fixup -> new ResidualScaling(graph, model).apply();
        };
    }
}
