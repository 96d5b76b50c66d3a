package dev.headwater.trainer.reproduction;

import java.util.List;

/** The catalog of reproductions. A new one is one file and one line here. */
public final class Reproductions {
    /** All, in the order in which they are listed. */
    public static final List<Reproduction> ALL = List.of(
            new Circle(),
            new DyingRelu(),
            new ThirtyLayers(),
            new PlainResidual(),
            new SeluBatchNorm(),
            new Lsuv(),
            new Fixup(),
            new Lstm1997(),
            new LstmLong(),
            new IrnnGru(),
            new ClippedRnn(),
            new MackeyGlass(),
            new Narma(),
            new MemoryCapacity());

    private Reproductions() {
    }
}
