package dev.headwater.launching;

import dev.headwater.core.data.DataSources;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Overrides;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.UnknownPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Tells whether settings for a run fit a network, while they are typed.
 *
 * @param tree the network file; {@code null} if it cannot be read, and then nothing can be said
 * @param sound whether the file itself has no error that reading finds
 */
public record OverrideCheck(Json.Obj tree, boolean sound) {
    /** A check against nothing. */
    public static final OverrideCheck NONE = new OverrideCheck(null, false);

    /** A check against a file. */
    public static OverrideCheck of(Path file) {
        NetworkFile.Parsed parsed = NetworkFile.read(file);
        return new OverrideCheck(parsed.tree(), parsed.network() != null && !parsed.hasErrors());
    }

    /** What is wrong with these, in one sentence; {@code null} if nothing is. */
    public String problem(List<String> overrides) {
        if (overrides.isEmpty()) {
            return null;
        }
        try {
            Json.Obj changed = Overrides.apply(tree == null ? Json.Obj.EMPTY : tree, overrides, DataSources.ALL, Set
                    .copyOf(DataSpec.OWN_SETTINGS));
            // A file that is wrong by itself is refused when it is launched; here it would hide what was typed.
            return sound ? NetworkFile.read("", changed).problems().stream().filter(Problem::isError)
                    .map(Problem::message).findFirst().orElse(null) : null;
        } catch (UnknownPath e) {
            return tree == null && e.path().contains(".") ? null : e.getMessage();
        }
    }
}
