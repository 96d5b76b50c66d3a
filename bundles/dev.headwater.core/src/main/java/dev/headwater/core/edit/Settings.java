package dev.headwater.core.edit;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.network.LossAt;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import java.util.ArrayList;
import java.util.List;

/** Changes of settings. A subject that the design does not have changes nothing. */
public final class Settings {
    private Settings() {
    }

    /** Says a setting; see {@link Described#with}. */
    public static Network set(Network network, Subject subject, List<String> path, Json value) {
        Described object = subject.of(network);
        return object == null ? network : said(network, subject, object, object.with(path, value));
    }

    /** Leaves a setting unsaid, so that its default holds. */
    public static Network unset(Network network, Subject subject, List<String> path) {
        Described object = subject.of(network);
        return object == null ? network : said(network, subject, object, object.without(path));
    }

    private static Network said(Network network, Subject subject, Described before, Described after) {
        // A number is equal to the same number alone, but what does not differ in any way is no change.
        return after.said().equals(before.said()) ? network : subject.saying(network, after.said());
    }

    /** How often a block stands there, one after the other. */
    public static Network repeat(Network network, Subject.NodeSubject subject, int repeat) {
        Node node = Rewriting.node(network, subject.block(), subject.id());
        if (node == null || node.repeat() == repeat) {
            return network;
        }
        return Rewriting.node(network, subject.block(), subject.id(), old -> new Node(old.id(), old.kind(),
                old.block(), old.from(), repeat, old.settings(), old.at(), old.source()));
    }

    /** One more loss, at the end. */
    public static Network addLoss(Network network, String node, Loss loss) {
        List<LossAt> losses = new ArrayList<>(network.losses());
        losses.add(new LossAt(node, loss, Position.NONE));
        return Rewriting.losses(network, losses);
    }

    /** One loss less. */
    public static Network removeLoss(Network network, int index) {
        List<LossAt> losses = new ArrayList<>(network.losses());
        losses.remove(index);
        return Rewriting.losses(network, losses);
    }
}
