package dev.headwater.trainer.reproduction;

import java.util.List;

/**
 * The adding problem with recurrent ReLU units that begin as the identity (Le, Jaitly and Hinton 2015) and with gated
 * recurrent units (Cho et al. 2014): the mean squared error on new sequences. Who always answers 1 has 0.167.
 */
final class IrnnGru implements Reproduction {
    @Override
    public String name() {
        return "irnn-gru";
    }

    @Override
    public String about() {
        return "adding two numbers far apart: recurrent ReLU from the identity, and GRU";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        int length = scope.of(100, 30);
        return List.of(
                claim(scope, "IRNN: squared error", "Le 2015", "as LSTM", "SimpleRNN",
                        "\"units\": 50, \"activation\": \"relu\", \"recurrent\": \"identity\"", length),
                claim(scope, "GRU: squared error", "Cho 2014", "as LSTM", "GRU", "\"units\": 32", length));
    }

    private static Claim claim(Scope scope, String what, String paper, String published, String layer, String settings,
            int length) {
        String text = new Chain("[" + length + ", 2]").add(layer, settings).dense(1, "linear", "xavier").file(
                "mean-squared-error", "{\"source\": \"adding\", \"form\": \"unit\", \"sequences\": 11000, \"length\": "
                        + length + ", \"split\": {\"train\": 10000, \"validation\": 1000}}",
                "{\"optimizer\": {\"kind\": \"adam\", \"learningRate\": 0.001}, \"batch\": 20, \"epochs\": " + scope.of(
                        20,
                        2) + ", \"clip\": {\"clip\": \"global-norm\", \"threshold\": 1}}");
        return new Claim(what, paper, published, Judge.atMost(0.02), (trials, seed) -> {
            var outcome = trials.train(text, null, seed).outcome();
            return outcome.validation() == null ? Double.NaN : outcome.validation().loss();
        });
    }
}
