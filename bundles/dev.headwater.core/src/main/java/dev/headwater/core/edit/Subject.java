package dev.headwater.core.edit;

import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.catalog.Range;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Loss;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.LossAt;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.Vocabulary;
import java.util.List;
import java.util.Set;

/** A part of a design that has settings, named so that it outlives edits. */
public sealed interface Subject {
    /** What it says and what may be said; {@code null} if the design has no such part. */
    Described of(Network network);

    /** The design with that part saying this. */
    Network saying(Network network, Json.Obj said);

    /**
     * A node.
     *
     * @param block the block it stands in; empty for the design itself
     * @param id its id there
     */
    record NodeSubject(String block, String id) implements Subject {
        /** A node of the design itself. */
        public NodeSubject(String id) {
            this("", id);
        }

        @Override
        public Described of(Network network) {
            Node node = Rewriting.node(network, block, id);
            if (node == null) {
                return null;
            }
            Block around = network.blocks().get(block);
            if (!node.block()) {
                return layer(node, around);
            }
            Block used = network.blocks().get(node.kind());
            return new Described(node.kind(), null, used == null ? List.of() : BlockSettings.of(network, used),
                    node.settings(), Vocabulary.binder(), names(around));
        }

        @Override
        public Network saying(Network network, Json.Obj said) {
            return Rewriting.node(network, block, id, node -> new Node(node.id(), node.kind(), node.block(),
                    node.from(), node.repeat(), said, node.at(), node.source()));
        }
    }

    /** How the network is trained. */
    record RecipeSubject() implements Subject {
        @Override
        public Described of(Network network) {
            Json.Obj said = Vocabulary.binder().rewrite(network.source().object("recipe"), network.recipe());
            return new Described("recipe", null, Vocabulary.binder().settings(Recipe.class), said,
                    Vocabulary.binder(), Set.of());
        }

        @Override
        public Network saying(Network network, Json.Obj said) {
            Recipe recipe = Vocabulary.binder().bind(Recipe.class, said, Set.of(), new FirstError());
            return Rewriting.recipe(network, recipe == null ? Recipe.byDefault() : recipe, said);
        }
    }

    /** Where the data come from. */
    record DataSubject() implements Subject {
        @Override
        public Described of(Network network) {
            return Described.entry("data", DataSources.ALL, DataSpec.ownSettings(), network.data(), DataSpec.binder(),
                    Set.of());
        }

        @Override
        public Network saying(Network network, Json.Obj said) {
            return Rewriting.data(network, said);
        }
    }

    /**
     * A loss.
     *
     * @param index its place in the list
     */
    record LossSubject(int index) implements Subject {
        private static final Component NODE = new Component("node", String.class, Kind.TEXT,
                "The node whose output is judged.", "", false, Range.ALL);

        @Override
        public Described of(Network network) {
            if (index >= network.losses().size()) {
                return null;
            }
            LossAt at = network.losses().get(index);
            Json.Obj said = at.source().has("node") ? at.source().with("node", Json.of(at.node()))
                    : Json.object().put("node", at.node()).build();
            said = at.loss() == null ? said : Vocabulary.binder().rewrite(said, at.loss());
            return Described.entry("loss", Losses.ALL, List.of(NODE), said, Vocabulary.binder(), Set.of());
        }

        @Override
        public Network saying(Network network, Json.Obj said) {
            Loss loss = Vocabulary.binder().bind(Losses.ALL, said, Set.of("node"), new FirstError());
            LossAt before = network.losses().get(index);
            return Rewriting.loss(network, index, new LossAt(said.text("node", ""), loss, before.at(), said));
        }
    }

    /** A layer's settings; those of an unknown layer are none. */
    static Described layer(Node node, Block around) {
        Entry<Layer> entry = Layers.ALL.find(node.kind());
        return new Described(node.kind(), null, entry == null ? List.of() : entry.settings(), node.settings(),
                Vocabulary.binder(), names(around));
    }

    private static Set<String> names(Block around) {
        return around == null ? Set.of() : around.settings().members().keySet();
    }
}
