package dev.headwater.trainer;

import dev.headwater.core.activation.Activations;
import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Entry;
import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.initializer.Initializers;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.loss.Losses;
import dev.headwater.core.network.Fit;
import dev.headwater.core.network.Stopping;
import dev.headwater.core.network.Vocabulary;
import dev.headwater.core.optimizer.Clip;
import dev.headwater.core.optimizer.Optimizers;
import dev.headwater.core.remedy.RemedyPage;
import dev.headwater.core.schedule.Schedules;
import dev.headwater.trainer.input.Failure;
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
        "Lists what a network file can name: layers, activations, initializers, losses, optimizers, schedules,"
                + " clips, fits, ways to stop and data sources, with their settings, ranges and defaults.", ""})
final class CatalogCommand implements Callable<Integer> {
    private static final Map<String, Catalog<?>> FAMILIES = families();

    private final Screen screen;

    @Parameters(paramLabel = "FAMILY", arity = "0..1", description = "layers, activations, initializers, losses, optimizers, schedules, clips, fits, stoppings or sources; or one name, such as Dense.")
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

    private static Map<String, Catalog<?>> families() {
        Map<String, Catalog<?>> families = new LinkedHashMap<>();
        families.put("layers", Layers.ALL);
        families.put("activations", Activations.ALL);
        families.put("initializers", Initializers.ALL);
        families.put("losses", Losses.ALL);
        families.put("optimizers", Optimizers.ALL);
        families.put("schedules", Schedules.ALL);
        families.put("clips", Vocabulary.binder().catalog(Clip.class));
        families.put("fits", Vocabulary.binder().catalog(Fit.class));
        families.put("stoppings", Vocabulary.binder().catalog(Stopping.class));
        families.put("sources", DataSources.ALL);
        return families;
    }

    @Override
    public Integer call() throws Failure {
        if (remedies) {
            screen.out().print(RemedyPage.of(SavedFindings.complete(results == null ? Json.Obj.EMPTY
                    : SavedFindings.read(results))));
            return 0;
        }
        Map<String, List<Entry<?>>> chosen = chosen();
        if (json) {
            Json.Builder object = Json.object();
            chosen.forEach((name, entries) -> object.put(name,
                    Json.array(entries.stream().map(CatalogCommand::toJson).toList())));
            screen.out().println(JsonWriter.writeCompact(object.build()));
        } else {
            chosen.forEach(this::print);
        }
        return 0;
    }

    private Map<String, List<Entry<?>>> chosen() throws Failure {
        Map<String, List<Entry<?>>> chosen = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(FAMILIES.keySet());
        for (Map.Entry<String, Catalog<?>> one : FAMILIES.entrySet()) {
            boolean whole = family == null || List.of(one.getKey(), one.getValue().label(), one.getValue().key())
                    .contains(family.toLowerCase(Locale.ROOT));
            for (Entry<?> entry : one.getValue().entries()) {
                names.add(entry.name());
                if (whole || entry.name().equalsIgnoreCase(family) || entry.aliases().contains(family)) {
                    chosen.computeIfAbsent(one.getKey(), key -> new ArrayList<>()).add(entry);
                }
            }
        }
        if (chosen.isEmpty()) {
            throw Failure.input("the catalog has no family and no entry " + Quoted.text(family)
                    + Nearest.advice(family, names));
        }
        return chosen;
    }

    private void print(String name, List<Entry<?>> entries) {
        screen.out().println(name.toUpperCase(Locale.ROOT) + "  (\"" + FAMILIES.get(name).key() + "\")");
        for (Entry<?> entry : entries) {
            String aliases = entry.aliases().isEmpty() ? "" : " (also " + String.join(", ", entry.aliases()) + ")";
            Wrapped.lines(entry.name() + aliases + ": " + entry.about(), 2).forEach(screen.out()::println);
            for (Component setting : entry.settings()) {
                Wrapped.lines(setting.name() + ": " + setting.about() + " " + allowed(setting), 6)
                        .forEach(screen.out()::println);
            }
        }
        screen.out().println();
    }

    private static String allowed(Component setting) {
        String range = setting.range().bounded() ? ", " + setting.range() : "";
        String what = setting.words().isEmpty() ? setting.kind().wanted() : String.join(" or ", setting.words());
        String otherwise = setting.required() ? "must be given"
                : setting.byDefault().isEmpty() ? "may be left out" : "default " + setting.byDefault();
        return "[" + what + range + "; " + otherwise + "]";
    }

    private static Json toJson(Entry<?> entry) {
        return Json.object().put("name", entry.name())
                .put("aliases", Json.array(entry.aliases().stream().map(Json::of).toList())).put("about", entry.about())
                .put("settings", Json.array(entry.settings().stream().map(CatalogCommand::toJson).toList())).build();
    }

    private static Json toJson(Component setting) {
        return Json.object().put("name", setting.name()).put("kind", setting.kind().name().toLowerCase(Locale.ROOT))
                .put("about", setting.about()).put("required", setting.required())
                .put("default", setting.byDefault().isEmpty() ? Json.NULL : setting.defaultValue())
                .put("min", bound(setting.range().min())).put("max", bound(setting.range().max()))
                .put("minExclusive", setting.range().minExclusive()).put("maxExclusive", setting.range().maxExclusive())
                .put("words", Json.array(setting.words().stream().map(Json::of).toList())).build();
    }

    private static Json bound(double bound) {
        return Double.isFinite(bound) ? Json.of(bound) : Json.NULL;
    }
}
