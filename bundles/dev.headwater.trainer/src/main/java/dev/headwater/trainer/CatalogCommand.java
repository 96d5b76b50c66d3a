package dev.headwater.trainer;

import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.remedy.RemedyPage;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.listing.Item;
import dev.headwater.trainer.listing.Section;
import dev.headwater.trainer.listing.Sections;
import dev.headwater.trainer.listing.SettingText;
import dev.headwater.trainer.reproduction.SavedFindings;
import dev.headwater.trainer.text.Screen;
import dev.headwater.trainer.text.Wrapped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists everything that a network file can name. */
@Command(name = "catalog", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = {
        "Lists what a network file can say: layers, ready blocks, activations, initializers, losses, optimizers,"
                + " schedules, clips, conditionings, fits, ways to stop, the recipe, data sources, splits, with"
                + " settings, ranges and defaults.", ""})
final class CatalogCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "FAMILY", arity = "0..1", description = "layers, blocks, activations, initializers, losses, optimizers, schedules, clips, conditionings, fits, stoppings, recipe, sources, splits or data; or one name, such as Dense.")
    private String family;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--remedies", description = "Print the page about all remedies, in Markdown.")
    private boolean remedies;

    @Option(names = "--results", paramLabel = "FILE", description = "With --remedies: figures saved by reproduce --save.")
    private Path results;

    CatalogCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Failure {
        if (remedies) {
            screen.out().print(RemedyPage.of(SavedFindings.complete(results == null ? Json.Obj.EMPTY
                    : SavedFindings.read(results))));
            return 0;
        }
        Map<Section, List<Item>> chosen = chosen();
        if (json) {
            Json.Builder object = Json.object();
            chosen.forEach((section, items) -> object.put(section.name(),
                    Json.array(items.stream().map(Item::toJson).toList())));
            screen.out().println(JsonWriter.writeCompact(object.build()));
        } else {
            chosen.forEach(this::print);
        }
        return 0;
    }

    private Map<Section, List<Item>> chosen() throws Failure {
        Map<Section, List<Item>> chosen = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Section section : Sections.ALL) {
            List<Item> items = family == null ? section.items() : section.meant(family);
            names.add(section.name());
            section.items().forEach(item -> names.add(item.name()));
            if (!items.isEmpty()) {
                chosen.put(section, items);
            }
        }
        if (chosen.isEmpty()) {
            throw Failure.input("the catalog has no family and no entry " + Quoted.text(family)
                    + Nearest.advice(family, names));
        }
        return chosen;
    }

    private void print(Section section, List<Item> items) {
        screen.out().println(section.name().toUpperCase(Locale.ROOT) + "  (" + section.where() + ")");
        for (Item item : items) {
            if (item.setting() != null) {
                SettingText.lines(item.setting(), 2).forEach(screen.out()::println);
                continue;
            }
            String aliases = item.aliases().isEmpty() ? "" : " (also " + String.join(", ", item.aliases()) + ")";
            Wrapped.lines(item.name() + aliases + ": " + item.about(), 2).forEach(screen.out()::println);
            item.settings().forEach(setting -> SettingText.lines(setting, 6).forEach(screen.out()::println));
        }
        screen.out().println();
    }
}
