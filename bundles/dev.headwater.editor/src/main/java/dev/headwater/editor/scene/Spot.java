package dev.headwater.editor.scene;

import dev.headwater.core.edit.Place;
import dev.headwater.core.network.Node;
import dev.headwater.core.network.Problem;

/**
 * One node as the diagram shows it.
 *
 * @param key what it is known by
 * @param node the node of the design
 * @param place its top left corner
 * @param caption what it is, with its main settings
 * @param shape of its output; empty while it is not known
 * @param parameters how many numbers it learns; -1 while it is not known
 * @param problem the worst problem it has, or {@code null}
 */
public record Spot(NodeKey key, Node node, Place place, String caption, String shape, long parameters,
        Problem problem) {
}
