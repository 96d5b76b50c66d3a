package dev.headwater.benchmarks.dl4j;

import dev.headwater.benchmarks.workload.Contender;
import dev.headwater.benchmarks.workload.Library;
import dev.headwater.benchmarks.workload.Lstm;
import dev.headwater.benchmarks.workload.Mlp;
import dev.headwater.benchmarks.workload.ReZero;
import dev.headwater.benchmarks.workload.Reservoir;
import dev.headwater.benchmarks.workload.ResNet;
import dev.headwater.benchmarks.workload.Task;
import dev.headwater.benchmarks.workload.Transformer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j, on the ND4J that it shares with the product. */
public final class Dl4j implements Library {
    @Override
    public String key() {
        return "dl4j";
    }

    @Override
    public String description() {
        String extension = System.getProperty("org.bytedeco.javacpp.platform.extension", "");
        return "Deeplearning4j " + version() + " on nd4j-native" + (extension.isEmpty() ? "" : " (classifier "
                + extension.substring(1) + ")");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = MultiLayerNetwork.class.getResourceAsStream(
                "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "?"; // its jar says it, as a rule
        }
        return properties.getProperty("version", "?");
    }

    @Override
    public Optional<Contender> contender(Task task) {
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        return switch (task.workload()) {
            case Mlp mlp -> Optional.of(Dl4jMlp.of(mlp, task));
            case Lstm lstm -> Optional.of(Dl4jLstm.of(lstm, task));
            case ResNet net -> Optional.of(Dl4jResNet.of(net, task));
            case Reservoir reservoir -> Optional.empty();
            case Transformer transformer -> Optional.of(SameDiffTransformer.of(transformer, task));
            case ReZero reZero -> Optional.of(SameDiffReZero.of(reZero, task));
        };
    }

    @Override
    public boolean useThreads(int threads) {
        return threads == 1;
    }
}
