package dev.headwater.core.network;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks that the product knows: residual, dense and transformer blocks that a design may take over. They are data,
 * {@code blocks.json} beside this class, where a new one is one member more. A design that takes one holds its own copy
 * from then on, so that a file says all that it means.
 */
public final class Blocks {
    /** All of them by name, in the order in which a palette shows them. */
    public static final Map<String, Ready> ALL = read();

    /**
     * One of them.
     *
     * @param about what it is, with its formula and paper, in one sentence
     * @param block its definition
     */
    public record Ready(String about, Block block) {
    }

    private Blocks() {
    }

    /**
     * The network with this block's definition among its blocks; unchanged if it has one of that name or the product
     * knows none.
     */
    public static Network define(Network network, String name) {
        Ready ready = ALL.get(name);
        if (ready == null || network.blocks().containsKey(name)) {
            return network;
        }
        Map<String, Block> blocks = new LinkedHashMap<>(network.blocks());
        blocks.put(name, ready.block());
        return new Network(network.format(), network.nodes(), blocks, network.losses(), network.data(),
                network.recipe(), network.diagram(), network.unknown(), network.source());
    }

    private static Map<String, Ready> read() {
        try (InputStream in = Blocks.class.getResourceAsStream("blocks.json")) {
            Json.Obj texts = (Json.Obj) JsonReader.read("blocks.json", in.readAllBytes());
            Json.Builder blocks = Json.object();
            texts.members().forEach((name, text) -> blocks.put(name, ((Json.Obj) text).without("about")));
            Json.Obj file = Json.object().put("headwater", Network.FORMAT).put("nodes", Json.array(List.of()))
                    .put("blocks", blocks.build()).build();
            Map<String, Ready> all = new LinkedHashMap<>();
            NetworkFile.read("blocks.json", file).network().blocks()
                    .forEach((name, block) -> all.put(name, new Ready(((Json.Obj) texts.get(name)).text("about", ""),
                            new Block(name, block.settings(), block.nodes(), block.out(), block.at()))));
            return Collections.unmodifiableMap(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
