package dev.headwater.core.data;

import dev.headwater.core.json.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What a source needs to know beside its settings.
 *
 * @param base the folder that relative paths start from: the network file's
 * @param seed the run's, for sources that draw their data
 * @param split the split that will be asked for: a source with columns keeps that column out of the inputs
 */
public record Origin(Path base, long seed, Split split) {
    /** An origin for which no split has been chosen. */
    public Origin(Path base, long seed) {
        this(base, seed, new UnsaidSplit());
    }

    /**
     * The file that a setting names; an absolute one stays as it is.
     *
     * @throws DataException if no file can have such a name
     */
    public Path resolve(String file) throws DataException {
        try {
            return base.resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DataException(Quoted.text(file) + " cannot be the name of a file: " + e.getReason());
        }
    }
}
