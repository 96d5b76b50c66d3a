package dev.headwater.benchmarks.product;

/** What is recorded while a network is trained. */
public enum Statistics {
    /** Nothing. */
    OFF("{\"parameters\": 0, \"outputs\": 0, \"rows\": 0, \"allRows\": 0, \"histograms\": 0, \"throughTime\": 0}"),
    /** What a network file that says nothing asks for. */
    BY_DEFAULT("{}"),
    /** Everything at every step, of all rows. */
    FULL("{\"parameters\": 1, \"outputs\": 1, \"allRows\": 1, \"histograms\": 1, \"throughTime\": 1}");

    private final String probe;

    Statistics(String probe) {
        this.probe = probe;
    }

    /** The member {@code probe} of a recipe. */
    String probe() {
        return probe;
    }
}
