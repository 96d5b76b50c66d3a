package dev.headwater.editor.properties;

import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.editor.model.NetworkModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A design without an editor, which remembers the labels of its changes. */
final class FakeModel implements NetworkModel {
    final List<String> labels = new ArrayList<>();
    private Network network;

    FakeModel(String text) {
        network = NetworkFile.read("t.headwater", text.getBytes(StandardCharsets.UTF_8)).network();
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public Analysis analysis() {
        return Analysis.of(network, List.of());
    }

    @Override
    public Path file() {
        return null;
    }

    @Override
    public void replace(Network after, String label) {
        network = after;
        labels.add(label);
    }

    @Override
    public void addListener(Runnable listener) {
        // nobody listens in these tests
    }

    @Override
    public void removeListener(Runnable listener) {
        // nobody listens in these tests
    }
}
