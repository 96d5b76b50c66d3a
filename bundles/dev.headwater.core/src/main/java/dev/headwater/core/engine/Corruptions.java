package dev.headwater.core.engine;

import dev.headwater.core.layer.Pass;
import dev.headwater.core.network.GraphNode;
import dev.headwater.core.network.Pretraining;
import dev.headwater.core.tensor.Tensor;
import java.util.List;

/** What denoising stages put, in one part, between layers and what they read. */
final class Corruptions {
    private final Wiring wiring;
    private final Tensor[] outputs;
    /** By the index of what is read. */
    private final Corruption[] of;
    /** By the index of the reader: whether a stage with corruption trains it. */
    private final boolean[] reads;

    Corruptions(Wiring wiring, Tensor[] outputs, List<NoiseSource> noises, int rows, Arena arena) {
        this.wiring = wiring;
        this.outputs = outputs;
        of = new Corruption[outputs.length];
        reads = new boolean[outputs.length];
        for (Pretraining.Decoder decoder : wiring.pretraining().decoders()) {
            int from = decoder.of().from();
            if (decoder.corruption() > 0 && of[from] == null) {
                String id = wiring.nodes().get(from).id();
                NoiseSource noise = new NoiseSource(id, "corruption");
                noises.add(noise);
                of[from] = new Corruption(outputs[from], arena.batch(id + "/corrupted", outputs[from].shape(), rows),
                        noise);
            }
            if (decoder.corruption() > 0) {
                decoder.of().members().forEach(member -> reads[member] = true);
            }
        }
    }

    /** From now on corrupts what the stage of this decoder reads, and nothing else; {@code null} for none. */
    void share(Pretraining.Decoder decoder) {
        for (int from = 0; from < of.length; from++) {
            if (of[from] != null) {
                of[from].share(decoder != null && decoder.of().from() == from ? decoder.corruption() : 0);
            }
        }
    }

    /** What a layer reads in one of its inputs' place. */
    Tensor input(GraphNode reader, int slot) {
        int from = reader.inputs().get(slot);
        return reads[reader.index()] && of[from] != null ? of[from].tensor() : outputs[from];
    }

    /** Before a layer runs forward; for a second reader of the same the same once more. */
    void forward(int reader, Pass pass) {
        if (reads[reader]) {
            List<Integer> inputs = wiring.nodes().get(reader).inputs();
            for (int slot = 0; slot < inputs.size(); slot++) {
                Corruption corruption = of[inputs.get(slot)];
                if (corruption != null) {
                    corruption.forward(pass);
                }
            }
        }
    }

    /** After a layer wrote the gradients of what it read. */
    void backward(int reader, Tensor[] gradients, Pass pass) {
        if (reads[reader]) {
            List<Integer> inputs = wiring.nodes().get(reader).inputs();
            for (int slot = 0; slot < inputs.size(); slot++) {
                Corruption corruption = of[inputs.get(slot)];
                if (corruption != null && gradients[slot] != null) {
                    corruption.backward(pass, gradients[slot]);
                }
            }
        }
    }
}
