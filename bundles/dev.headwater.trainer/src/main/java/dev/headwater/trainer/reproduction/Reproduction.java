package dev.headwater.trainer.reproduction;

import java.util.List;

/** A published result that this product reproduces. Implementations are listed in {@link Reproductions}. */
public interface Reproduction {
    /** What it is called on the command line. */
    String name();

    /** One sentence: what is tried. */
    String about();

    /** Over how many seeds the figures are taken unless told otherwise. */
    int seeds();

    /** Its figures, in the order of the table. */
    List<Claim> claims(Scope scope);
}
