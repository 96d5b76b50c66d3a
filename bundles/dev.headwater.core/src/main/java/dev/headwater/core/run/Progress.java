package dev.headwater.core.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far training had come when a checkpoint was taken, and of what.
 *
 * @param step how many steps were done; training goes on with the step of this number
 * @param epoch the epoch that goes on, from 0
 * @param position how many batches of that epoch were done
 * @param best whether no earlier checkpoint of the run had a better metric
 * @param bestMetric the best metric so far; NaN before the first
 * @param seed the run's seed
 * @param design the fingerprint of the design
 * @param data the fingerprint of the data
 * @param more what schedules remember, by name
 */
public record Progress(long step, long epoch, long position, boolean best, double bestMetric, long seed, String design,
        String data, Map<String, String> more) {
    static final String FORMAT = "1";
    private static final String MORE = "schedule.";

    /** Copies the map. */
    public Progress {
        more = Map.copyOf(more);
    }

    Progress withBest() {
        return new Progress(step, epoch, position, true, bestMetric, seed, design, data, more);
    }

    Map<String, String> toMetadata() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", FORMAT);
        texts.put("step", Long.toString(step));
        texts.put("epoch", Long.toString(epoch));
        texts.put("position", Long.toString(position));
        texts.put("best", Boolean.toString(best));
        texts.put("bestMetric", Double.toString(bestMetric));
        texts.put("seed", Long.toString(seed));
        texts.put("design", design);
        texts.put("data", data);
        new TreeMap<>(more).forEach((key, value) -> texts.put(MORE + key, value));
        return texts;
    }

    /**
     * What a checkpoint's metadata say.
     *
     * @throws IllegalArgumentException if something is missing or makes no sense
     */
    static Progress of(Map<String, String> texts) {
        Map<String, String> more = new LinkedHashMap<>();
        texts.forEach((key, value) -> {
            if (key.startsWith(MORE)) {
                more.put(key.substring(MORE.length()), value);
            }
        });
        return new Progress(whole(texts, "step"), whole(texts, "epoch"), whole(texts, "position"),
                Boolean.parseBoolean(text(texts, "best")), Double.parseDouble(text(texts, "bestMetric")),
                Long.parseLong(text(texts, "seed")), text(texts, "design"), text(texts, "data"), more);
    }

    private static long whole(Map<String, String> texts, String key) {
        long value = Long.parseLong(text(texts, key));
        if (value < 0) {
            throw new IllegalArgumentException("its '" + key + "' is negative");
        }
        return value;
    }

    private static String text(Map<String, String> texts, String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("it has no '" + key + "'");
        }
        return text;
    }
}
