package dev.headwater.trainer.reproduction;

import java.util.List;

/** The adding problem of Hochreiter and Schmidhuber 1997 over five hundred steps; what {@link Lstm1997} has no time for. */
final class LstmLong implements Reproduction {
    @Override
    public String name() {
        return "lstm-long";
    }

    @Override
    public String about() {
        return "adding two numbers up to 550 steps apart with LSTM; takes long";
    }

    @Override
    public int seeds() {
        return 5;
    }

    @Override
    public List<Claim> claims(Scope scope) {
        return List.of(Lstm1997.adding(500, 209_000, 62));
    }
}
