package dev.headwater.trainer.input;

import dev.headwater.core.data.Dataset;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.layer.Input;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.Scoring;
import dev.headwater.core.network.Graph;
import dev.headwater.core.network.GraphLoss;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Pretraining;
import dev.headwater.core.tensor.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** Checks, before anything is trained, that a network can read its data and that its losses can judge by them. */
public final class DataFit {
    private static final int MOST_COLUMNS = 10;

    private final Design design;
    private final Dataset data;

    private DataFit(Design design, Dataset data) {
        this.design = design;
        this.data = data;
    }

    /**
     * Checks a sound design with its data.
     *
     * @throws Failure naming the node, what it wants, what the data have and the way out
     */
    public static void check(Design design, Dataset data) throws Failure {
        DataFit fit = new DataFit(design, data);
        for (GraphNode node : design.graph().nodes()) {
            if (node.layer() instanceof Input) {
                fit.input(node);
            }
        }
        for (GraphLoss loss : design.graph().losses()) {
            fit.target(design.graph().nodes().get(loss.node()), loss.loss());
        }
        Pretraining pretraining = Pretraining.of(design.graph(), design.network().recipe().fit());
        for (Pretraining.Decoder decoder : pretraining.decoders()) {
            fit.reconstruction(decoder, pretraining.graph());
        }
    }

    private void input(GraphNode node) throws Failure {
        Shape wanted = node.shape();
        Shape given = data.inputShape();
        if (!wanted.equals(given)) {
            String flatten = given.rank() > 1 && wanted.size() == given.size() ? " and a Flatten layer behind it" : "";
            throw refuse(node, "reads examples of shape " + wanted + ", but the data (" + data.description()
                    + ") has examples of shape " + given + columns() + "; set nodes." + node.id() + ".shape to " + given
                    + flatten
                    + (data.columns() == null ? ", or take other data"
                            : ", or name the inputs in data.columns"));
        }
    }

    private void target(GraphNode node, Loss loss) throws Failure {
        if (loss.scoring() == Scoring.ARGMAX) {
            classes(node);
        } else if (data.categorical()) {
            twoClasses(node, loss);
        } else if (loss.scoring() == Scoring.THRESHOLD) {
            probabilities(node);
        }
        Shape wanted = loss.targetShape(node.shape());
        if (!wanted.equals(data.targetShape())) {
            throw refuse(node, "has outputs of shape " + node.shape() + ", for which its loss wants targets of shape "
                    + wanted + ", but the data (" + data.description() + ") has targets of shape " + data.targetShape()
                    + "; change the layer's units or take other data");
        }
    }

    /** A loss for values from 0 to 1 cannot compare others; of what hidden layers put out, checking the design warns. */
    private void reconstruction(Pretraining.Decoder decoder, Graph graph) throws Failure {
        GraphNode read = graph.nodes().get(decoder.of().from());
        if (!(read.layer() instanceof Input) || graph.losses().get(decoder.loss()).loss()
                .scoring() != Scoring.THRESHOLD) {
            return;
        }
        for (int row = 0; row < data.rows(); row++) {
            for (int i = 0; i < data.inputShape().size(); i++) {
                float value = data.input(row, i);
                if (!(value >= 0 && value <= 1)) {
                    throw refuse(read, "is reconstructed in stage " + (decoder.stage() + 1)
                            + " of recipe.fit by a loss for values in [0, 1], but row " + (row + 1) + " of the data ("
                            + data.description() + ") has " + value + "; use mean-squared-error there");
                }
            }
        }
    }

    /** The columns that the inputs come from, where they come from a table. */
    private String columns() {
        if (data.columns() == null) {
            return "";
        }
        List<String> names = data.columns().inputs();
        return " from the column" + (names.size() == 1 ? " " : "s ") + names.stream().limit(MOST_COLUMNS).map(
                Quoted::text).collect(Collectors.joining(", "))
                + (names.size() > MOST_COLUMNS ? " and " + (names.size() - MOST_COLUMNS) + " more" : "");
    }

    /** The column that the targets come from, where they come from a table. */
    private String label() {
        return data.columns() == null ? "" : " in the column " + Quoted.text(data.columns().label());
    }

    private void classes(GraphNode node) throws Failure {
        if (!data.categorical()) {
            throw refuse(node, "has a loss over classes, but the data (" + data.description() + ") has numbers as"
                    + " targets" + label() + "; use mean-squared-error, or set data.task to classification");
        }
        int units = node.shape().columns();
        if (data.classes().size() > units) {
            throw refuse(node, "has " + units + " units, but the data (" + data.description() + ") has "
                    + data.classes().size() + " classes" + label() + "; give it " + data.classes().size() + " units");
        }
    }

    /** Class numbers are targets only where they can be read as no and yes. */
    private void twoClasses(GraphNode node, Loss loss) throws Failure {
        boolean threshold = loss.scoring() != Scoring.NONE;
        int classes = data.classes().size();
        if (classes != 2) {
            throw refuse(node, "has a loss " + (threshold ? "between two classes" : "over numbers") + ", but the data ("
                    + data.description() + ") has " + classes + " classes" + label() + "; use a Softmax of " + classes
                    + " units with categorical-cross-entropy"
                    + (threshold ? "" : ", or set data.task to regression if the labels are numbers"));
        }
    }

    private void probabilities(GraphNode node) throws Failure {
        for (int row = 0; row < data.rows(); row++) {
            for (int i = 0; i < data.targetShape().size(); i++) {
                float target = data.target(row, i);
                if (!(target >= 0 && target <= 1)) {
                    throw refuse(node, "has a loss whose targets must be in [0, 1], but row " + (row + 1)
                            + " of the data (" + data.description() + ") has " + target
                            + label() + "; use mean-squared-error, or set data.task to classification");
                }
            }
        }
    }

    private Failure refuse(GraphNode node, String message) {
        return new Failure(Failure.INPUT, message, design.file().toString(), node.origin().at().line(),
                node.origin().at().column(), node.id(), null);
    }
}
