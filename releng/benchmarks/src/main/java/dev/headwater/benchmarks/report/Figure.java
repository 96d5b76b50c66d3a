package dev.headwater.benchmarks.report;

import dev.headwater.core.json.Json;
import dev.headwater.trainer.text.Numbers;
import java.util.Locale;

/** Numbers of a report as cells of a table; a dash where there is none. */
final class Figure {
    static final String NONE = "-";

    private Figure() {
    }

    /** A time, in the unit of its column. */
    static String time(Json.Obj from, String name) {
        double value = from.number(name, Double.NaN);
        return Double.isNaN(value) ? NONE : Numbers.real(value);
    }

    /** How many times. */
    static String times(Json.Obj from, String name) {
        double value = from.number(name, Double.NaN);
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, value < 9.95 ? "%.2f" : "%.1f", value);
    }

    /** A rounded number. */
    static String whole(double value) {
        return Double.isNaN(value) ? NONE : Long.toString(Math.round(value));
    }

    /** A share that something adds: {@code +8 %}. */
    static String added(Json.Obj from, String name) {
        double value = from.number(name, Double.NaN);
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%+.0f %%", 100 * value);
    }

    /** A share of something: {@code 78 %}. */
    static String share(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * value);
    }

    /** The ratio of a library's time to the product's, or that it computes something else. */
    static String ratio(Json.Obj peer) {
        return peer.truth("agrees", true) ? times(peer, "ratio") : "DIFFER";
    }
}
