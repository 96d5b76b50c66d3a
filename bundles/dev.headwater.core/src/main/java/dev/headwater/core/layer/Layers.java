package dev.headwater.core.layer;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;

/** The catalog of layers, by family as a palette shows them. A new one is one file and one line here. */
public final class Layers {
    /** All layers, by their names in files. */
    public static final Catalog<Layer> ALL = Catalog.of("layer", Layer.class, Naming.CLASS_NAME, List.of(
            Input.class,
            Dense.class,
            Activation.class,
            Softmax.class,
            PReLU.class,
            Conv1D.class,
            Conv2D.class,
            MaxPooling1D.class,
            MaxPooling2D.class,
            AveragePooling1D.class,
            AveragePooling2D.class,
            GlobalAveragePooling.class,
            GlobalMaxPooling.class,
            BatchNorm.class,
            LayerNorm.class,
            GroupNorm.class,
            RMSNorm.class,
            WeightNorm.class,
            SimpleRNN.class,
            LSTM.class,
            GRU.class,
            EchoState.class,
            Bidirectional.class,
            TimeDistributed.class,
            LastStep.class,
            Embedding.class,
            PositionalEncoding.class,
            PositionalEmbedding.class,
            MultiHeadAttention.class,
            Add.class,
            Multiply.class,
            Concatenate.class,
            Highway.class,
            Scale.class,
            Dropout.class,
            AlphaDropout.class,
            GaussianNoise.class,
            Flatten.class,
            Reshape.class,
            Permute.class));

    private Layers() {
    }
}
