package dev.headwater.trainer.inspection;

import dev.headwater.core.telemetry.LayerReport;
import dev.headwater.core.telemetry.LayerRow;
import dev.headwater.trainer.text.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One sentence on how much of the gradient reaches the first layer: ‖g_first‖ / ‖g_last‖ over the weights of rank 2 and
 * more of the first and the last layer that have any, as AutoTrainer compares them (Zhang et al. 2021).
 */
public final class GradientSummary {
    /** Below this the gradient vanishes (AutoTrainer's threshold). */
    static final double VANISHING = 1e-3;
    /** Above this it explodes (AutoTrainer's threshold). */
    static final double EXPLODING = 70;

    private final Set<String> weights = new HashSet<>();

    /** A summary for these layers. */
    public GradientSummary(List<LayerRow> layers) {
        for (LayerRow layer : layers) {
            layer.parameters().stream().filter(parameter -> parameter.shape().rank() >= 2)
                    .forEach(parameter -> weights.add(layer.id() + "/" + parameter.name()));
        }
    }

    /** The two ends of the network at a step. */
    private record Ends(long step, String first, double firstNorm, String last, double lastNorm, String measure) {
        double ratio() {
            return firstNorm / lastNorm;
        }

        boolean finite() {
            return Double.isFinite(firstNorm) && Double.isFinite(lastNorm);
        }
    }

    /** ‖g_first‖ / ‖g_last‖ at a step; NaN where there are not two layers with weights. */
    public double ratio(Frame frame) {
        Ends ends = ends(frame);
        return ends == null ? Double.NaN : ends.ratio();
    }

    /** The sentence; {@code null} where there are not two layers with weights, or nothing was recorded of them. */
    public String sentence(Frame start, Frame end) {
        Ends a = ends(start);
        Ends b = ends(end);
        if (a == null || b == null) {
            return null;
        }
        boolean one = a.step == b.step;
        String then = one ? "" : ", at step " + b.step + " " + share(b) + " times";
        Ends sick = state(a) != State.HEALTHY ? a : b;
        String facts = "at step " + a.step + " " + a.first + " receives " + share(a) + " times what " + a.last
                + " receives" + then + sick.measure + ".";
        return switch (state(sick)) {
            case NOT_FINITE -> "The gradient is not a finite number at step " + sick.step + ".";
            case NOTHING -> "No gradient at all: at step " + sick.step + " neither " + sick.first + " nor " + sick.last
                    + " receives any.";
            case DEAD -> "The gradient dies on its way back: at step " + sick.step + " " + sick.first
                    + " receives nothing, " + sick.last + " " + Numbers.real(sick.lastNorm) + ".";
            case VANISHING -> "The gradient vanishes" + (sick == a ? ": " : " while training: ") + facts;
            case EXPLODING -> "The gradient explodes on its way back" + (sick == a ? ": " : " while training: ")
                    + facts;
            case HEALTHY -> "Gradients reach the first layer: " + facts;
        };
    }

    private enum State {
        HEALTHY, VANISHING, EXPLODING, DEAD, NOTHING, NOT_FINITE
    }

    private static State state(Ends ends) {
        if (!ends.finite()) {
            return State.NOT_FINITE;
        }
        if (ends.firstNorm == 0) {
            return ends.lastNorm == 0 ? State.NOTHING : State.DEAD;
        }
        return ends.ratio() < VANISHING ? State.VANISHING : ends.ratio() > EXPLODING ? State.EXPLODING : State.HEALTHY;
    }

    private static String share(Ends ends) {
        return Double.isFinite(ends.ratio()) ? Numbers.real(ends.ratio()) : "infinitely many";
    }

    private Ends ends(Frame frame) {
        List<LayerReport> weighted = frame.layers().stream()
                .filter(layer -> layer.parameters().stream().anyMatch(parameter -> isWeight(layer, parameter)))
                .toList();
        if (weighted.size() < 2) {
            return null;
        }
        LayerReport first = weighted.getFirst();
        LayerReport last = weighted.getLast();
        Ends byWeights = new Ends(frame.first(), first.id(), norm(first), last.id(), norm(last), "");
        // Where the signal itself fades, the last weights receive as little as the first, and only a bias shows it.
        Ends byAll = new Ends(frame.first(), first.id(), first.parameterGradient().l2(), last.id(),
                last.parameterGradient().l2(), " (biases included)");
        return state(byWeights) == State.HEALTHY && state(byAll) == State.VANISHING ? byAll : byWeights;
    }

    private boolean isWeight(LayerReport layer, LayerReport.Parameter parameter) {
        return weights.contains(layer.id() + "/" + parameter.name());
    }

    private double norm(LayerReport layer) {
        double squares = Double.NaN;
        for (LayerReport.Parameter parameter : layer.parameters()) {
            if (isWeight(layer, parameter)) {
                double l2 = parameter.gradient().l2();
                squares = (Double.isNaN(squares) ? 0 : squares) + l2 * l2;
            }
        }
        return Math.sqrt(squares);
    }
}
