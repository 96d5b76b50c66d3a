package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * Clipping the gradient's norm (Pascanu, Mikolov and Bengio 2013): a plain recurrent network on the temporal order
 * problem, with and without. Clipping mends explosion; what vanishes, it leaves as it is. Measured is how many sequences
 * are seen until less than 1 % of new ones are told wrong, at most 300,000, over 50 steps.
 */
final class ClippedRnn implements Reproduction {
    @Override
    public String name() {
        return "clipped-rnn";
    }

    @Override
    public String about() {
        return "temporal order with a plain recurrent network, its gradient clipped or not";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(
                claim(scope, "clipped at 1: sequences", "100 % up to 200 steps, with a regularizer too", Judge.always(),
                        ", \"clip\": {\"clip\": \"global-norm\", \"threshold\": 1}"),
                claim(scope, "not clipped: sequences", "fails more often", Judge.any(), ""));
    }

    private static Claim claim(Scope scope, String what, String published, Judge judge, String clip) {
        int length = scope.of(50, 20);
        String text = new Chain("[" + length * 11 / 10 + ", 8]").add("SimpleRNN", "\"units\": 50").classes(4).file(
                "categorical-cross-entropy", "{\"source\": \"temporal-order\", \"sequences\": 6000, \"length\": "
                        + length + ", \"split\": {\"train\": 5000, \"validation\": 1000}}",
                "{\"optimizer\": {\"kind\": \"sgd\", \"learningRate\": 0.003, \"momentum\": 0.9}, \"batch\": 20,"
                        + " \"epochs\": 60" + clip + "}");
        return new Claim(what, "Pascanu 2013", published, judge, (trials, seed) -> trials.examplesUntil(text, seed,
                score -> score.validation().accuracy() > 0.99));
    }
}
