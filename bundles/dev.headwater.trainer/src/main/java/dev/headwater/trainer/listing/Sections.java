package dev.headwater.trainer.listing;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.data.Split;
import dev.headwater.core.edit.BlockSettings;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.json.Json;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.network.Block;
import dev.headwater.core.network.Blocks;
import dev.headwater.core.network.Conditioning;
import dev.headwater.core.network.Fit;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Recipe;
import dev.headwater.core.network.Stopping;
import dev.headwater.core.network.Vocabulary;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.schedule.Schedules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All sections of the catalog, in the order in which they are listed. */
public final class Sections {
    /** All of them. */
    public static final List<Section> ALL = all();

    private Sections() {
    }

    private static List<Section> all() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("layers", Layers.ALL));
        sections.add(blocks());
        sections.add(Section.of("activations", Activations.ALL));
        sections.add(Section.of("initializers", Initializers.ALL));
        sections.add(Section.of("losses", Losses.ALL));
        sections.add(Section.of("optimizers", Optimizers.ALL));
        sections.add(Section.of("schedules", Schedules.ALL));
        sections.add(choice("clips", Clip.class));
        sections.add(choice("conditionings", Conditioning.class));
        sections.add(choice("fits", Fit.class));
        sections.add(choice("stoppings", Stopping.class));
        sections.add(settings("recipe", "settings of \"recipe\"", Vocabulary.binder().settings(Recipe.class)));
        sections.add(Section.of("sources", DataSources.ALL));
        Catalog<Split> splits = DataSpec.binder().catalog(Split.class);
        sections.add(new Section("splits", "\"split\", told apart by their settings", Split.class, List.of("splits",
                "split"), splits.entries().stream().map(Item::of).toList()));
        sections.add(settings("data", "settings of \"data\" beside the source's", DataSpec.ownSettings()));
        return List.copyOf(sections);
    }

    private static Section choice(String name, Class<?> family) {
        return Section.of(name, Vocabulary.binder().catalog(family));
    }

    private static Section settings(String name, String where, List<Component> settings) {
        return new Section(name, where, null, List.of(name), settings.stream().map(Item::of).toList());
    }

    private static Section blocks() {
        Map<String, Block> blocks = new LinkedHashMap<>();
        Blocks.ALL.forEach((name, ready) -> blocks.put(name, ready.block()));
        Network all = new Network(Network.FORMAT, List.of(), blocks, List.of(), Json.Obj.EMPTY, Recipe.byDefault(),
                Json.Obj.EMPTY, Json.Obj.EMPTY, Json.Obj.EMPTY);
        List<Item> items = new ArrayList<>();
        Blocks.ALL.forEach((name, ready) -> items.add(new Item(name, List.of(), ready.about(), BlockSettings.of(all,
                ready.block()), null)));
        return new Section("blocks", "\"block\", once the file defines them as the editor's palette does", null,
                List.of("blocks", "block"), items);
    }
}
