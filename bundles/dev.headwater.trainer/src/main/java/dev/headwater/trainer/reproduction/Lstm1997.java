package dev.headwater.trainer.reproduction;

import dev.headwater.trainer.training.EpochScore;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tasks of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory": how many sequences are seen until the task is
 * solved. Sequences are drawn once and seen again in every epoch; trained by Adam instead of one by one, which a factor
 * of 3 allows for. Solved is, at the end of an epoch: every symbol told right on the validation part (noise-free lag,
 * temporal order, embedded Reber), or a mean squared error below 0.0002 there, with which hardly any of 2,560 outputs
 * is off by 0.04 (adding).
 */
final class Lstm1997 implements Reproduction {
    private static final String PAPER = "Hochreiter 1997";
    private static final int FACTOR = 3;

    @Override
    public String name() {
        return "lstm-1997";
    }

    @Override
    public String about() {
        return "long time lags: LSTM solves what a plain recurrent network does not";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        int lag = scope.of(100, 20);
        return List.of(
                claim("noise-free lag " + lag + ": sequences", "5,040", Judge.effort(5_040, FACTOR), lag("LSTM", lag),
                        Lstm1997::allRight),
                claim("noise-free lag " + lag + ", plain RNN: sequences", "never", Judge.never(), lag("SimpleRNN", lag),
                        Lstm1997::allRight),
                claim("temporal order 6a: sequences", "31,390", Judge.effort(31_390, FACTOR), order(),
                        Lstm1997::allRight),
                claim("adding, T = 100: sequences", "74,000", Judge.effort(74_000, FACTOR), adding(), Lstm1997::close),
                claim("embedded Reber: sequences", "8,440", Judge.effort(8_440, FACTOR), reber(), Lstm1997::allRight));
    }

    private static Claim claim(String what, String published, Judge judge, String text, Predicate<EpochScore> enough) {
        return new Claim(what, PAPER, published, judge, (trials, seed) -> trials.examplesUntil(text, seed, enough));
    }

    private static boolean allRight(EpochScore score) {
        return score.validation().accuracy() == 1;
    }

    private static boolean close(EpochScore score) {
        return score.validation().loss() < 2e-4;
    }

    private static String recipe(double rate, int batch, int epochs) {
        return "{\"optimizer\": {\"kind\": \"adam\", \"learningRate\": " + rate + "}, \"batch\": " + batch
                + ", \"epochs\": " + epochs + "}";
    }

    /** The read-out sees the input too, for the next symbol follows from it everywhere but at the end. */
    private static String lag(String layer, int lag) {
        return new Chain("[" + lag + ", " + (lag + 1) + "]").add(layer, "\"units\": 4, \"returnSequences\": true")
                .beside(
                        "in").classes(lag + 1).file("categorical-cross-entropy",
                                "{\"source\": \"long-lag\", \"sequences\": 600, \"lag\": " + lag
                                        + ", \"split\": {\"train\": 500, \"validation\": 100}}",
                                recipe(0.02, 10, 30));
    }

    private static String order() {
        return new Chain("[110, 8]").add("LSTM", "\"units\": 4").classes(4).file("categorical-cross-entropy",
                "{\"source\": \"temporal-order\", \"sequences\": 5500, \"split\": {\"train\": 5000, \"validation\": 500}}",
                recipe(0.01, 10, 18));
    }

    private static String adding() {
        return new Chain("[110, 2]").add("LSTM", "\"units\": 4").dense(1, "linear", "xavier").file("mean-squared-error",
                "{\"source\": \"adding\", \"sequences\": 11000, \"split\": {\"train\": 10000, \"validation\": 1000}}",
                recipe(0.01, 10, 22));
    }

    private static String reber() {
        return new Chain("[50, 7]").add("LSTM", "\"units\": 8, \"returnSequences\": true").dense(7, "sigmoid", "xavier")
                .file("binary-cross-entropy",
                        "{\"source\": \"embedded-reber\", \"split\": {\"train\": 256, \"validation\": 256}}",
                        recipe(0.02, 4, 98));
    }
}
