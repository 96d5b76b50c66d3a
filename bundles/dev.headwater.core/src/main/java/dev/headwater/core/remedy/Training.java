package dev.headwater.core.remedy;

import java.util.List;

/** Remedies that change how the weights are found. */
final class Training {
    static final List<Description> ALL = List.of(
            new Description("clipping", "Gradient clipping", "g θ / ‖g‖ where ‖g‖ > θ",
                    "Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks",
                    "A single exploding batch no longer throws the weights away; the direction stays.",
                    "Does nothing against vanishing. Clipping by value turns the gradient; too small a θ is just a small rate.")
                    .shownBy("clipped-rnn", "clipped at 1: sequences").shownBy("clipped-rnn", "not clipped: sequences"),
            new Description("adam", "Adam, RMSProp", "Δw = -η m / (sqrt(v) + ε), m and v running means of g and g²",
                    "Kingma and Ba 2015, Adam; Tieleman and Hinton 2012",
                    "Each weight is moved by about η however small its gradient, so layers with vanishing gradients learn too.",
                    "A gradient smaller than ε, or one that is mostly noise, does not become better by being scaled."),
            new Description("rprop", "Rprop",
                    "each weight's step grows by 1.2 where the gradient keeps its sign, shrinks by"
                            + " 0.5 where it turns",
                    "Riedmiller and Braun 1993, A direct adaptive method for faster backpropagation learning",
                    "Only the sign of the gradient counts: a vanished one does as well, as long as its sign is right.",
                    "Wants the gradient of the whole training set: batches turn signs by chance."),
            new Description("stages", "Greedy layer-wise training",
                    "each layer is trained on what those before it put out, then"
                            + " the whole",
                    "Schmidhuber 1992; Hinton, Osindero and Teh 2006; Bengio et al. 2007",
                    "No gradient has to go far, and the whole begins near a useful place.",
                    "What helps a stage's own aim need not help the last; seldom needed since good activations, weights and norms"
                            + " are known."),
            new Description("autoencoders", "Pretraining as autoencoders",
                    "each layer f is trained to reconstruct what it reads: min loss(W' f(x) + b', x), or of a corrupted x;"
                            + " then W', b' are thrown away",
                    "Hinton, Osindero and Teh 2006; Bengio et al. 2007, Greedy layer-wise training of deep networks; Vincent"
                            + " et al. 2008, Extracting and composing robust features with denoising autoencoders",
                    "A stage like those above that needs no targets: each layer begins by keeping what it reads, however"
                            + " deep it lies.",
                    "A layer as wide as its input may just copy it, unless values are replaced by 0; what reconstructs well"
                            + " need not tell classes apart."),
            new Description("warm-up", "Warm-up of the learning rate", "η(t) = η t / T for the first T steps",
                    "Goyal et al. 2017, Accurate, large minibatch SGD; Vaswani et al. 2017",
                    "Early gradients are large and point nowhere in particular; small steps let statistics and Adam's means"
                            + " settle.",
                    "Delays learning; hides a bad start (weights, order of norm and attention) instead of mending it."),
            new Description("logits", "Losses from logits", "sigmoid or softmax and cross-entropy as one: dz = p - t",
                    "Bridle 1990; LeCun et al. 1998",
                    "A confident wrong answer has a gradient of 1, where squared error through a sigmoid has one of nearly 0.",
                    "Mends the output alone, not what lies below it."));

    private Training() {
    }
}
