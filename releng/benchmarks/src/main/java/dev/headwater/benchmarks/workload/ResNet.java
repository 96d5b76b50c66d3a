package dev.headwater.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * ResNet-20 for images of 32 × 32 × 3 (He et al. 2016): a convolution, three stages of three blocks with 16, 32 and 64
 * channels, the mean over all positions and ten classes. Where a stage begins with half the size, a 1 × 1 convolution
 * leads around the block. Batch normalization after every convolution.
 */
public record ResNet(String name) implements Workload {
    /** Height and width of an image. */
    public static final int SIZE = 32;
    /** Colors of an image. */
    public static final int COLORS = 3;
    /** Classes. */
    public static final int CLASSES = 10;
    /** Channels of the last stage. */
    public static final int LAST = 64;
    /** The ε of batch normalization. */
    public static final double EPSILON = 1e-5;

    private static final int STAGES = 3;
    private static final int BLOCKS = 3;
    private static final int FIRST = 16;

    /**
     * Two convolutions with a way around them.
     *
     * @param id what the ids of its nodes begin with
     * @param from the node that it reads
     * @param inputs channels of its input
     * @param channels of its output
     * @param stride 2 where it halves the size
     */
    public record Block(String id, String from, int inputs, int channels, int stride) {
        /** Whether the way around is a convolution. */
        public boolean projects() {
            return stride != 1;
        }

        /** The node that it ends with. */
        public String out() {
            return id + "-out";
        }
    }

    /** All blocks, input side first. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        String from = "stem-out";
        int inputs = FIRST;
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                int channels = FIRST << stage;
                int stride = stage > 0 && block == 0 ? 2 : 1;
                Block next = new Block("s" + (stage + 1) + "b" + (block + 1), from, inputs, channels, stride);
                blocks.add(next);
                from = next.out();
                inputs = channels;
            }
        }
        return blocks;
    }

    @Override
    public String about() {
        return "ResNet-20, " + SIZE + "x" + SIZE + "x" + COLORS;
    }

    @Override
    public List<Integer> batches() {
        return List.of(32);
    }

    @Override
    public double rate() {
        return 0.05;
    }

    @Override
    public String network() {
        StringBuilder nodes = new StringBuilder("{\"id\": \"in\", \"layer\": \"Input\", \"shape\": [" + SIZE + ", "
                + SIZE + ", " + COLORS + "]}");
        convolution(nodes, "stem", "in", FIRST, 3, 1);
        bend(nodes, "stem-out", "stem-norm");
        for (Block block : blocks()) {
            convolution(nodes, block.id() + "-a", block.from(), block.channels(), 3, block.stride());
            bend(nodes, block.id() + "-bend", block.id() + "-a-norm");
            convolution(nodes, block.id() + "-b", block.id() + "-bend", block.channels(), 3, 1);
            String around = block.from();
            if (block.projects()) {
                convolution(nodes, block.id() + "-p", block.from(), block.channels(), 1, block.stride());
                around = block.id() + "-p-norm";
            }
            nodes.append(",\n {\"id\": \"").append(block.id()).append("-sum\", \"layer\": \"Add\", \"from\": [\"")
                    .append(block.id()).append("-b-norm\", \"").append(around).append("\"]}");
            bend(nodes, block.out(), block.id() + "-sum");
        }
        return """
                "nodes": [%s,
                 {"id": "mean", "layer": "GlobalAveragePooling", "from": ["%s"]},
                 {"id": "dense", "layer": "Dense", "from": ["mean"], "units": %d},
                 {"id": "classes", "layer": "Softmax", "from": ["dense"]}],
                "losses": [{"node": "classes", "loss": "categorical-cross-entropy"}]"""
                .formatted(nodes, blocks().getLast().out(), CLASSES);
    }

    private static void convolution(StringBuilder nodes, String id, String from, int filters, int kernel, int stride) {
        nodes.append("""
                ,
                 {"id": "%s", "layer": "Conv2D", "from": ["%s"], "filters": %d, "kernel": %d, "stride": %d,
                  "padding": %d, "weight": "he", "useBias": false},
                 {"id": "%1$s-norm", "layer": "BatchNorm", "from": ["%1$s"], "epsilon": %s}"""
                .formatted(id, from, filters, kernel, stride, kernel / 2, EPSILON));
    }

    private static void bend(StringBuilder nodes, String id, String from) {
        nodes.append(",\n {\"id\": \"").append(id).append("\", \"layer\": \"Activation\", \"from\": [\"").append(from)
                .append("\"], \"activation\": \"relu\"}");
    }

    @Override
    public float[] inputs(int batch) {
        return Draws.normal(batch * SIZE * SIZE * COLORS, 5);
    }

    @Override
    public float[] targets(int batch) {
        return Draws.labels(batch, CLASSES, 6);
    }
}
