package dev.headwater.editor.problems;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.data.DataSource;
import dev.headwater.core.data.DataSources;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Position;
import dev.headwater.core.json.Quoted;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Severity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;

/**
 * The data files that a network names, as far as they lie in its own project. A file that somebody sent must not make
 * the IDE touch anything else: what an absolute path, {@code ..} or a symbolic link leads to is only looked at by a run.
 *
 * @param project the project's folder
 * @param folder the network file's folder
 */
record DataFiles(Path project, Path folder) {
    /** Where there is no folder: nothing is looked at. */
    static final DataFiles NONE = new DataFiles(null, null);

    /** A file that a setting names. */
    private record Named(String setting, Json value, Path path) {
    }

    /** The files inside the project that {@code data} names, whether they exist or not. */
    List<Path> inside(Json.Obj data) {
        return named(data).stream().map(Named::path).toList();
    }

    /** What is wrong with them: a warning for each that is missing, for a run may be given another. */
    List<Problem> problems(Json.Obj data) {
        List<Problem> problems = new ArrayList<>();
        for (Named file : named(data)) {
            Position at = file.value().at();
            String name = Quoted.text(((Json.Str) file.value()).value());
            if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
                problems.add(new Problem(Severity.WARNING, null, at.line(), at.column(),
                        NLS.bind(Messages.fileMissing, name, file.setting())));
            } else
                if (Files.isDirectory(file.path(), LinkOption.NOFOLLOW_LINKS)
                        && !DataSources.FOLDER_SETTINGS.contains(file.setting())) {
                            problems.add(new Problem(Severity.WARNING, null, at.line(), at.column(),
                                    NLS.bind(Messages.fileIsFolder, name, file.setting())));
                        }
        }
        return problems;
    }

    private List<Named> named(Json.Obj data) {
        List<Named> files = new ArrayList<>();
        Entry<DataSource> source = DataSources.ALL.find(data.text(DataSources.ALL.key(), "")); //$NON-NLS-1$
        if (source == null || project == null) {
            return files;
        }
        for (String setting : DataSources.FILE_SETTINGS) {
            if (source.setting(setting) != null && data.get(setting) instanceof Json.Str name
                    && !name.value().isBlank()) {
                Path path = resolve(name.value());
                if (path != null) {
                    files.add(new Named(setting, name, path));
                }
            }
        }
        return files;
    }

    /** The file inside the project; {@code null} if it is outside, or a link is on the way. */
    private Path resolve(String name) {
        try {
            Path path = folder.resolve(name).normalize();
            if (!path.startsWith(project) || path.equals(project)) {
                return null;
            }
            Path step = project;
            for (Path part : project.relativize(path)) {
                step = step.resolve(part);
                if (Files.isSymbolicLink(step)) {
                    return null;
                }
            }
            return path;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
