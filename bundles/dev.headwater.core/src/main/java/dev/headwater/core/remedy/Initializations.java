package dev.headwater.core.remedy;

import java.util.List;

/** Remedies that change the first weights. */
final class Initializations {
    static final List<Description> ALL = List.of(
            new Description("xavier", "Xavier's weights", "variance 2 / (inputs + outputs)",
                    "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks",
                    "Keeps the size of signals forward and of gradients backward for linear units and tanh near 0.",
                    "With ReLU each layer halves the signal's square: thirty layers stall. With sigmoids its factor does not"
                            + " make up for a slope of at most 1/4.")
                    .shownBy("circle", "tanh, Xavier uniform").shownBy("thirty-layers", "ReLU from Xavier: accuracy"),
            new Description("he", "He's weights", "variance 2 / inputs",
                    "He et al. 2015, Delving deep into rectifiers",
                    "Makes up for the half of its inputs that a ReLU sets to 0: thirty and fifty layers keep their signal.",
                    "Narrow layers die all the same, for the mean over a few units fluctuates (Hanin and Rolnick 2018); with"
                            + " shortcuts the sums grow with each block.")
                    .shownBy("thirty-layers", "ReLU from He: accuracy").shownBy("fixup", "He everywhere: accuracy"),
            new Description("orthogonal", "Orthogonal weights", "Wᵀ W = g² I",
                    "Saxe, McClelland and Ganguli 2014, Exact solutions to the nonlinear dynamics of learning in deep linear"
                            + " neural networks",
                    "All singular values are equal, so a deep linear network neither shrinks nor grows any direction; for"
                            + " recurrent weights it keeps the gradient through time.",
                    "With tanh at gain 1 hardly better than Xavier's; with ReLU isometry cannot be had (Pennington et al."
                            + " 2017). Training leaves the orthogonal matrices."),
            new Description("delta-orthogonal", "Delta-orthogonal convolutions",
                    "an orthogonal matrix in the middle of the"
                            + " window, zeros around it",
                    "Xiao et al. 2018, Dynamical isometry and a mean field theory of CNNs",
                    "Lets convolutional tanh networks of thousands of layers train without norm and shortcuts.",
                    "Variances must be tuned to the edge of chaos; needs at least as many filters as channels."),
            new Description("lsuv", "Layer-sequential unit variance",
                    "orthonormal W, then W / sqrt(Var(output)) layer by layer"
                            + " on a batch",
                    "Mishkin and Matas 2016, All you need is a good init",
                    "Finds the right scale from data for any activation, where no formula is known.",
                    "A batch must stand for the data; it sets the start only, and does not keep the scale later.")
                    .shownBy("lsuv", "relu from LSUV: accuracy").shownBy("lsuv", "tanh from LSUV: accuracy"),
            new Description("fixup", "Fixup",
                    "first layers of L branches of m layers times L^(-1/(2m-2)), last layers 0",
                    "Zhang, Dauphin and Ma 2019, Fixup initialization: residual learning without normalization",
                    "Residual networks of any depth train at ordinary rates without normalization.",
                    "Only for residual networks; a norm's regularization is missing and has to come from elsewhere.")
                    .shownBy("fixup", "Fixup: accuracy"),
            new Description("identity", "Recurrent weights that begin as the identity", "W = I, ReLU, bias 0",
                    "Le, Jaitly and Hinton 2015, A simple way to initialize recurrent networks of rectified linear units",
                    "A state is kept as it is unless something is added: errors flow back through time with factor 1.",
                    "Explodes easily: clip the gradient, or begin a little below the identity.")
                    .shownBy("irnn-gru", "IRNN: squared error"),
            new Description("chrono", "Chrono biases for gates",
                    "forget bias = log U(1, Tmax - 1), input bias = -forget bias",
                    "Tallec and Ollivier 2018, Can recurrent neural networks warp time?",
                    "Spreads the memory times of LSTM cells over the time lags of the task.",
                    "Tmax has to be known about; far too large a value makes cells that ignore their input.")
                    .shownBy("lstm-1997", "temporal order 6a: sequences")
                    .shownBy("lstm-1997", "adding, T = 100: sequences"));

    private Initializations() {
    }
}
