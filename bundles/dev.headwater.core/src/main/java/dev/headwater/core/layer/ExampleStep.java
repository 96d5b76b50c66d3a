package dev.headwater.core.layer;

/** Something done to one example of a part at a time, so that what it leaves is still in the caches for the next. */
@FunctionalInterface
public interface ExampleStep {
    /** The step that nobody needs. */
    ExampleStep NONE = example -> {
        // nothing to do
    };

    /** Does it for the example at this place of the part. */
    void run(int example);
}
