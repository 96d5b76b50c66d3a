package dev.headwater.core.schedule;

import dev.headwater.core.catalog.Named;
import dev.headwater.core.catalog.Setting;
import java.util.Map;

/**
 * A learning rate that falls whenever training gets nowhere, as PyTorch's {@code ReduceLROnPlateau} does: times the factor
 * once the watched number has not improved for more than {@code patience} epochs.
 */
@Named(about = "falls by a factor when the watched number has not improved for more than some epochs")
public record OnPlateau(
        @Setting(about = "What is watched.", byDefault = "validation-loss") Monitor monitor,
        @Setting(about = "Epochs without improvement that are put up with.", byDefault = "10", min = 0) int patience,
        @Setting(about = "What the learning rate is multiplied with.", byDefault = "0.1", min = 0, max = 1, minExclusive = true, maxExclusive = true) double factor,
        @Setting(about = "Smallest share of the learning rate.", byDefault = "0", min = 0, max = 1) double floor,
        @Setting(about = "Share of the best by which a number must be better to count.", byDefault = "0.0001", min = 0, max = 1) double threshold,
        @Setting(about = "Epochs after a fall that are not counted.", byDefault = "0", min = 0) int cooldown)
        implements Schedule {
    @Override
    public Monitor watched() {
        return monitor;
    }

    @Override
    public Course begin(Horizon horizon) {
        return new Watch(this);
    }

    private static final class Watch implements Course {
        private final OnPlateau rule;
        private double share = 1;
        private double best = Double.NaN;
        private long waited;
        private long cooling;

        Watch(OnPlateau rule) {
            this.rule = rule;
        }

        @Override
        public double factor(long step) {
            return share;
        }

        @Override
        public void epochEnded(double metric) {
            if (rule.monitor.better(metric, best, rule.threshold * Math.abs(best))) {
                best = metric;
                waited = 0;
            } else {
                waited++;
            }
            if (cooling > 0) {
                cooling--;
                waited = 0;
            }
            if (waited > rule.patience) {
                share = Math.max(share * rule.factor, rule.floor);
                cooling = rule.cooldown;
                waited = 0;
            }
        }

        @Override
        public Map<String, String> state() {
            return Map.of("share", Double.toString(share), "best", Double.toString(best), "waited",
                    Long.toString(waited), "cooling", Long.toString(cooling));
        }

        @Override
        public void restore(Map<String, String> state) {
            share = Double.parseDouble(text(state, "share"));
            best = Double.parseDouble(text(state, "best"));
            waited = Long.parseLong(text(state, "waited"));
            cooling = Long.parseLong(text(state, "cooling"));
        }

        private static String text(Map<String, String> state, String name) {
            String text = state.get(name);
            if (text == null) {
                throw new IllegalArgumentException("it does not say the '" + name + "' of the schedule on-plateau");
            }
            return text;
        }
    }
}
