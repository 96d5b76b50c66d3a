package dev.headwater.trainer.input;

import dev.headwater.core.data.Dataset;
import dev.headwater.core.data.Rows;
import dev.headwater.core.data.TrainingData;
import dev.headwater.core.json.Position;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.loss.ClassWeighted;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Finds the weights of losses that are to balance their classes, from the training part alone. */
public final class ClassBalance {
    private ClassBalance() {
    }

    /**
     * The graph of a design that fits its data, with numbers where a loss says balanced.
     *
     * @throws Failure if a class never occurs in the training part
     */
    public static Graph of(Design design, TrainingData data) throws Failure {
        Graph graph = design.graph();
        List<GraphLoss> losses = new ArrayList<>();
        for (GraphLoss loss : graph.losses()) {
            boolean open = loss.loss() instanceof ClassWeighted weighted && weighted.weights().balanced();
            losses.add(open ? balanced(design, loss, data) : loss);
        }
        return losses.equals(graph.losses()) ? graph : graph.withLosses(losses);
    }

    private static GraphLoss balanced(Design design, GraphLoss loss, TrainingData data) throws Failure {
        GraphNode node = design.graph().nodes().get(loss.node());
        try {
            return new GraphLoss(loss.node(), ((ClassWeighted) loss.loss()).balanced(counted(data), node.shape()
                    .columns(), data.data().classes().stream().map(Quoted::text).toList()));
        } catch (IllegalArgumentException e) {
            Position at = design.network().losses().get(design.graph().losses().indexOf(loss)).at();
            throw new Failure(Failure.INPUT, e.getMessage() + ", or let data.split choose another training part of "
                    + data.data().description(), design.file().toString(), at.line(), at.column(), node.id(), e);
        }
    }

    /** The targets of the training part, without those of steps that are padding. */
    private static float[] counted(TrainingData data) {
        Dataset all = data.data();
        Rows rows = data.parts().train();
        Shape shape = all.targetShape();
        int[] order = rows.toArray();
        int[] sizes = new int[order.length];
        int total = 0;
        for (int k = 0; k < order.length; k++) {
            boolean stepwise = all.hasLengths() && shape.rank() > 1;
            int steps = stepwise ? Math.min(all.length(order[k]), shape.extent(0)) : 1;
            sizes[k] = stepwise ? shape.size() / shape.extent(0) * steps : shape.size();
            total += sizes[k];
        }
        float[] targets = new float[total];
        int at = 0;
        for (int k = 0; k < order.length; k++) {
            for (int i = 0; i < sizes[k]; i++) {
                targets[at++] = all.target(order[k], i);
            }
        }
        return targets;
    }
}
