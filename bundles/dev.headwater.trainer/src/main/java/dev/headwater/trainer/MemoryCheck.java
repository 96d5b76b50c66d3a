package dev.headwater.trainer;

import dev.headwater.core.engine.Footprint;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.text.Numbers;
import dev.headwater.trainer.training.Job;
import dev.headwater.trainer.training.MachineMemory;

/** Refuses a network that cannot fit into this machine before anything of it is laid out. */
final class MemoryCheck {
    private MemoryCheck() {
    }

    /**
     * Compares the estimate with what the machine has.
     *
     * @throws Failure if it needs more than all of it
     */
    static void check(Job job) throws Failure {
        long needed = Footprint.bytes(job.graph(), job.recipe(), job.batch());
        long available = MachineMemory.bytes();
        if (available > 0 && needed > available) {
            throw Failure.input("training would need about " + Numbers.bytes(needed) + " of memory, this machine has "
                    + Numbers.bytes(available) + "; make recipe.batch or the layers smaller",
                    job.design().file().toString());
        }
    }
}
