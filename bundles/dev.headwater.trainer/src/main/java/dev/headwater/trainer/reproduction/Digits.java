package dev.headwater.trainer.reproduction;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;

/** Handwritten digits: the 10,000 test images of MNIST, of which the first train and the last validate. */
final class Digits {
    private static final String LOSS = "categorical-cross-entropy";
    /** Keras' Adam, which the papers that are repeated with it used. */
    private static final String ADAM = "{\"kind\": \"adam\", \"learningRate\": 0.001, \"epsilon\": 1e-7}";
    private static final String MOMENTUM = "{\"kind\": \"sgd\", \"learningRate\": 0.01, \"momentum\": 0.9}";
    /** What thirty layers without any norm bear. */
    private static final String SLOW_MOMENTUM = "{\"kind\": \"sgd\", \"learningRate\": 0.003, \"momentum\": 0.9}";

    private Digits() {
    }

    /** A chain that begins with the pixels of a digit in a row. */
    static Chain pixels() {
        return new Chain("[28, 28, 1]").add("Flatten", "");
    }

    /** The network file of a chain with ten classes at its end, trained by Adam in batches of 32. */
    static String byAdam(Scope scope, Chain chain, int epochs) throws Needs {
        return file(scope, chain, ADAM, epochs, "none");
    }

    /** As {@link #byAdam}, trained by stochastic gradient descent with momentum 0.9. */
    static String byMomentum(Scope scope, Chain chain, int epochs) throws Needs {
        return byMomentum(scope, chain, epochs, "none");
    }

    /** As {@link #byMomentum}, from first weights that are then conditioned. */
    static String byMomentum(Scope scope, Chain chain, int epochs, String conditioning) throws Needs {
        return file(scope, chain, MOMENTUM, epochs, conditioning);
    }

    /** As {@link #byMomentum}, at a lower rate. */
    static String bySlowMomentum(Scope scope, Chain chain, int epochs, String conditioning) throws Needs {
        return file(scope, chain, SLOW_MOMENTUM, epochs, conditioning);
    }

    private static String file(Scope scope, Chain chain, String optimizer, int epochs, String conditioning)
            throws Needs {
        String data = "{\"source\": \"idx\", \"images\": " + path(scope, "t10k-images-idx3-ubyte.gz") + ", \"labels\": "
                + path(scope, "t10k-labels-idx1-ubyte.gz")
                + ", \"split\": {\"train\": " + scope.of(8000, 4000)
                + ", \"validation\": " + scope.of(2000, 1000) + "}}";
        return chain.classes(10).file(LOSS, data, "{\"optimizer\": " + optimizer + ", \"batch\": 32, \"epochs\": "
                + epochs + ", \"conditioning\": \"" + conditioning + "\"}");
    }

    private static String path(Scope scope, String name) throws Needs {
        return JsonWriter.writeCompact(Json.of(scope.file(name).toString()));
    }
}
