package dev.headwater.core.remedy;

import java.util.List;

/** Remedies for sequences, where the gradient has to travel through time. */
final class ThroughTime {
    static final List<Description> ALL = List.of(
            new Description("lstm", "LSTM", "c(t) = f c(t-1) + i g; h(t) = o tanh c(t)",
                    "Hochreiter and Schmidhuber 1997, Long short-term memory; forget gate: Gers et al. 2000",
                    "An error in the cell flows back with the factor f, which is 1 if the gate is open: lags of a hundred and"
                            + " more steps are learned.",
                    "Forgets exponentially where f < 1: begin with a forget bias of 1 or with chrono biases. Cells whose input gate"
                            + " begins open drift into saturation, where nothing can be learned any more. Still needs clipping"
                            + " against explosion.")
                    .shownBy("lstm-1997", "noise-free lag 100: sequences")
                    .shownBy("lstm-1997", "noise-free lag 100, plain RNN: sequences")
                    .shownBy("lstm-1997", "temporal order 6a: sequences")
                    .shownBy("lstm-1997", "adding, T = 100: sequences")
                    .shownBy("lstm-1997", "embedded Reber: sequences")
                    .shownBy("lstm-long", "adding, T = 500: sequences"),
            new Description("gru", "GRU", "h(t) = (1 - z) n + z h(t-1)",
                    "Cho et al. 2014, Learning phrase representations using RNN encoder-decoder",
                    "The LSTM's idea with two gates and no cell of its own: fewer parameters, often as good.",
                    "Cannot count as an LSTM can; the reset gate can shut the old state off.")
                    .shownBy("irnn-gru", "GRU: squared error"),
            new Description("echo-state", "Echo state network",
                    "x(t) = (1 - a) x(t-1) + a f(W_in u + W x(t-1) + b), W fixed with"
                            + " a spectral radius below 1; read-out W_out = (XᵀX + αI)⁻¹ XᵀY",
                    "Jaeger 2001, The echo state approach, GMD report 148",
                    "Nothing is trained through time, so nothing can vanish there: the read-out is found in closed form, in a"
                            + " second.",
                    "Its memory is at most the number of units, and nonlinear units remember less; what the task needs must be in"
                            + " the random states already.")
                    .shownBy("mackey-glass", "NRMSE84, delay 17").shownBy("mackey-glass", "NRMSE84, delay 30")
                    .shownBy("narma", "NMSE, 200 units").shownBy("memory-capacity", "capacity, linear units"),
            new Description("truncated-bptt", "Truncated back-propagation through time",
                    "the gradient goes back k steps, the"
                            + " state goes on",
                    "Williams and Peng 1990, An efficient gradient-based algorithm for on-line training of recurrent network"
                            + " trajectories",
                    "Bounds time and memory per step, and explosion along with them.",
                    "What lies more than k steps back is not learned, except by luck."));

    private ThroughTime() {
    }
}
