package dev.headwater.trainer.reproduction;

/** What a reproduction needs and does not find: a layer, a data source, a file. */
public final class Needs extends Exception {
    private static final long serialVersionUID = 1L;

    /** The lack that this sentence tells of. */
    public Needs(String message) {
        super(message);
    }
}
