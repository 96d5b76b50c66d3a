package dev.headwater.core.network;

import dev.headwater.core.activation.Sigmoid;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.layer.Activation;
import dev.headwater.core.layer.Input;
import dev.headwater.core.loss.ClassWeighted;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.Scoring;
import dev.headwater.core.tensor.Shape;
import dev.headwater.core.tensor.ShapeMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Layers that a stage trains to reconstruct what they read: greedy layer-wise pretraining without targets (Hinton et al.
 * 2006, with autoencoders in the place of Boltzmann machines Bengio et al. 2007). With x what the layers read and f what
 * they make of it, their weights and those of a linear decoder W' f(x) + b' minimize a loss between that, through a
 * sigmoid for binary cross-entropy, and x; with corruption f(x̃), where values of x̃ are 0 by chance, against the whole x
 * (Vincent et al. 2008).
 *
 * @param members indices of the layers
 * @param from index of the one whose output they read
 * @param code index of the one among them whose output the decoder reads
 */
public record Autoencoder(List<Integer> members, int from, int code) {
    /** Copies the list. */
    public Autoencoder {
        members = List.copyOf(members);
    }

    /**
     * The layers of a stage of {@link Stage.Way#AUTOENCODER}.
     *
     * @param nodes all layers of the network
     * @throws IllegalArgumentException if they cannot be trained so; the message goes on after "stage 1 "
     */
    static Autoencoder of(List<GraphNode> nodes, Stage stage) {
        List<Integer> members = nodes.stream().filter(node -> stage.trains(node.id())).map(GraphNode::index).toList();
        TreeSet<Integer> read = new TreeSet<>();
        TreeSet<Integer> ends = new TreeSet<>(members);
        for (int member : members) {
            GraphNode node = nodes.get(member);
            if (node.layer() instanceof Input) {
                throw new IllegalArgumentException("trains " + Quoted.text(node.id())
                        + " to reconstruct what it reads, but an Input reads nothing; leave it out");
            }
            node.inputs().stream().filter(input -> !members.contains(input)).forEach(read::add);
            ends.removeAll(node.inputs());
        }
        one(nodes, read, "reconstruct what its nodes read, which must be one node, but they read ");
        one(nodes, ends, "decode the last of its nodes, which must be one, but they end in ");
        Autoencoder found = new Autoencoder(members, read.first(), ends.first());
        if (members.stream().allMatch(member -> nodes.get(member).parameterCount() == 0)) {
            throw new IllegalArgumentException("trains nodes that have nothing to learn");
        }
        if (nodes.get(found.code).output()) {
            throw new IllegalArgumentException("reconstructs from " + Quoted.text(nodes.get(found.code).id())
                    + ", which a loss judges; an autoencoder pretrains the layers before that");
        }
        check(stage.loss(), nodes.get(found.from).shape());
        return found;
    }

    private static void one(List<GraphNode> nodes, TreeSet<Integer> found, String what) {
        if (found.size() != 1) {
            List<String> names = new ArrayList<>();
            found.stream().limit(4).forEach(index -> names.add(Quoted.text(nodes.get(index).id())));
            throw new IllegalArgumentException("is to " + what + String.join(", ", names)
                    + (found.size() > names.size() ? ", …" : ""));
        }
    }

    private static void check(Loss loss, Shape read) {
        if (loss instanceof ClassWeighted weighted && weighted.weights().balanced()) {
            throw new IllegalArgumentException(
                    "balances a reconstruction, which has no classes; give its loss numbers");
        }
        try {
            if (loss.scoring() == Scoring.NONE || probabilities(loss)) {
                if (loss.targetShape(read).equals(read)) {
                    return;
                }
            }
        } catch (ShapeMismatch e) {
            throw new IllegalArgumentException("cannot reconstruct " + read + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("reconstructs by a loss that judges answers and not values; use"
                + " mean-squared-error, or binary-cross-entropy for values from 0 to 1");
    }

    /** Whether the decoder ends in a sigmoid, since the loss compares values from 0 to 1. */
    static boolean probabilities(Loss loss) {
        return loss.fuses(new Activation(new Sigmoid()));
    }
}
