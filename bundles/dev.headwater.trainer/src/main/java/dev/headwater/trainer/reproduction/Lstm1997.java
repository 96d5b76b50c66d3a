package dev.headwater.trainer.reproduction;

import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.EpochScore;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tasks of Hochreiter and Schmidhuber 1997, "Long Short-Term Memory": how many sequences are seen until the task is
 * solved. Sequences are drawn once and seen again in every epoch; trained by Adam instead of one by one, which a factor
 * of 3 allows for. The paper's cells never forget, and their input gates begin nearly shut; here gates begin with
 * biases that do both for about as many steps as the task has ({@code chrono}). Solved is, at the end of an epoch and on
 * the validation part: no output off by 0.25 (noise-free lag); every class or symbol told right (temporal order;
 * embedded Reber, both symbols where two may follow); or a mean squared error below 0.0001, with which not one of 2,560
 * outputs is likely to be off by 0.04 (adding).
 */
final class Lstm1997 implements Reproduction {
    private static final String PAPER = "Hochreiter 1997";
    private static final int FACTOR = 3;
    /** The paper's first weights; orthogonal ones, an answer of their own to vanishing, came later. */
    private static final String SMALL = "{\"initializer\": \"uniform\", \"low\": -0.2, \"high\": 0.2}";
    private static final String SMALL_CELLS = "\"units\": 4, \"weight\": " + SMALL + ", \"recurrent\": " + SMALL;

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
                claim("noise-free lag " + lag + ": sequences", "5,040", Judge.effort(5_040, FACTOR),
                        lag("LSTM", cells(4, lag), lag), score -> sure(score, lag)),
                claim("noise-free lag " + lag + ", plain RNN: sequences", "never", Judge.never(),
                        lag("SimpleRNN", SMALL_CELLS, lag), score -> sure(score, lag)),
                claim("temporal order 6a: sequences", "31,390", Judge.effort(31_390, FACTOR), order(),
                        Lstm1997::allRight),
                adding(100, 74_000, 22),
                claim("embedded Reber: sequences", "8,440", Judge.effort(8_440, FACTOR), reber(), Lstm1997::allRight));
    }

    private static Claim claim(String what, String published, Judge judge, String text, Predicate<EpochScore> enough) {
        return new Claim(what, PAPER, published, judge, (trials, seed) -> trials.examplesUntil(text, seed, enough));
    }

    private static boolean allRight(EpochScore score) {
        return score.validation().accuracy() == 1;
    }

    /**
     * Whether no output can be off by 0.25: with p the probability of the right symbol, no sequence's sum of -log p over
     * its steps may exceed -log 0.75. There are two sequences, of which each is surely a third of the validation part.
     */
    private static boolean sure(EpochScore score, int lag) {
        return score.validation().loss() * lag * 3 < -Math.log(0.75);
    }

    private static boolean close(EpochScore score) {
        return score.validation().loss() < 1e-4;
    }

    /** Settings of a layer of cells that are to remember over so many steps. */
    private static String cells(int units, int steps) {
        return "\"units\": " + units + ", \"bias\": {\"initializer\": \"chrono\", \"longest\": " + steps + "}";
    }

    private static String recipe(double rate, int batch, int epochs) {
        return recipe(rate, batch, epochs, "");
    }

    private static String recipe(double rate, int batch, int epochs, String more) {
        return "{\"optimizer\": {\"kind\": \"adam\", \"learningRate\": " + rate + "}, \"batch\": " + batch
                + ", \"epochs\": " + epochs + more + "}";
    }

    /**
     * The read-out sees the input too, for the next symbol follows from it everywhere but at the end. It is trained
     * alone at first, as the paper advises against cells that are abused as biases (§4, sequential network construction):
     * while it learns the symbols in between, which needs no memory, Adam would drive the cells into saturation.
     */
    private static String lag(String layer, String settings, int lag) {
        String recipe = "{\"optimizer\": {\"kind\": \"adam\", \"learningRate\": 0.02}, \"batch\": 2, \"epochs\": 30,"
                + " \"fit\": {\"fit\": \"stages\", \"stages\": [{\"nodes\": [\"n3\"], \"epochs\": 5}, {\"nodes\": [\"n1\", \"n3\"]}]}}";
        return new Chain("[" + lag + ", " + (lag + 1) + "]").add(layer, settings + ", \"returnSequences\": true")
                .beside("in").classes(lag + 1).file("categorical-cross-entropy",
                        "{\"source\": \"long-lag\", \"sequences\": 600, \"lag\": " + lag
                                + ", \"split\": {\"train\": 500, \"validation\": 100}}",
                        recipe);
    }

    /**
     * Clipped, for of 50 seeds one was thrown back by a single step after it had told 99.6 % of the classes, and did not
     * recover; with clipping all 50 came through.
     */
    private static String order() {
        return new Chain("[110, 8]").add("LSTM", cells(4, 100)).classes(4).file("categorical-cross-entropy",
                "{\"source\": \"temporal-order\", \"sequences\": 5500, \"split\": {\"train\": 5000, \"validation\": 500}}",
                recipe(0.01, 10, 18, ", \"clip\": {\"clip\": \"global-norm\", \"threshold\": 1}"));
    }

    /** The adding problem over so many steps. */
    static Claim adding(int length, int published, int epochs) {
        String text = new Chain("[" + length * 11 / 10 + ", 2]").add("LSTM", cells(8, length)).dense(1, "linear",
                "xavier")
                .file("mean-squared-error", "{\"source\": \"adding\", \"length\": " + length
                        + ", \"sequences\": 12560, \"split\": {\"train\": 10000, \"validation\": 2560}}",
                        recipe(0.005, 10, epochs));
        return claim("adding, T = " + length + ": sequences", Numbers.count(published), Judge.effort(published, FACTOR),
                text, Lstm1997::close);
    }

    private static String reber() {
        return new Chain("[50, 7]").add("LSTM", "\"units\": 32, \"forgetBias\": 2, \"returnSequences\": true").dense(7,
                "sigmoid", "xavier")
                .file("binary-cross-entropy",
                        "{\"source\": \"embedded-reber\", \"split\": {\"train\": 256, \"validation\": 256}}",
                        recipe(0.005, 1, 98));
    }
}
