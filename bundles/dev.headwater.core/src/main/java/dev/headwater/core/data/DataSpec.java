package dev.headwater.core.data;

import dev.headwater.core.catalog.Binder;
import dev.headwater.core.catalog.Component;
import dev.headwater.core.catalog.Kind;
import dev.headwater.core.catalog.Problems;
import dev.headwater.core.catalog.Range;
import dev.headwater.core.catalog.Setting;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a network file's {@code data} object says: a source with its settings, and beside them how the rows are split,
 * scaled, ordered and, if they are images, read.
 *
 * @param standardize whether inputs are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param shuffle whether each epoch has an order of its own
 * @param pixels whether images are read pixel by pixel
 * @param permutation the seed of the order of permuted pixels
 */
public record DataSpec(DataSource source, Split split, boolean standardize, boolean shuffle, Pixels pixels,
        int permutation) {
    /** The members of {@code data} that are not the source's. */
    public static final List<String> OWN_SETTINGS = List.of("split", "standardize", "shuffle", "pixels",
            "permutation");

    /** The members that {@code data.split} may have, some together, some not. */
    public static final List<String> SPLIT_SETTINGS = List.of("column", "train", "validation", "test", "shuffled");

    private static final Binder BINDER = new Binder(DataSources.ALL);

    /** Data of which images, if they are any, are read whole. */
    public DataSpec(DataSource source, Split split, boolean standardize, boolean shuffle) {
        this(source, split, standardize, shuffle, Pixels.WHOLE, 1);
    }

    /** The switches, bound by the name under which messages know them. */
    private record Data(
            @Setting(about = "Whether inputs get mean 0 and deviation 1.", byDefault = "false") boolean standardize,
            @Setting(about = "Whether each epoch has an order of its own.", byDefault = "true") boolean shuffle,
            @Setting(about = "How images are read: whole, as a sequence of pixels [height x width, channels], or as such"
                    + " a sequence in an order drawn once for all images.", byDefault = "whole") Pixels pixels,
            @Setting(about = "Seed of the order of permuted pixels.", byDefault = "1") int permutation) {
    }

    /** Binds sources and splits. */
    public static Binder binder() {
        return BINDER;
    }

    /** The settings beside the source's: split, standardize, shuffle. A split is told apart by its members. */
    public static List<Component> ownSettings() {
        List<Component> own = new ArrayList<>();
        own.add(new Component("split", Split.class, Kind.CHOICE,
                "Which rows train, which validate and which are kept for a test.", "unsaid", false, Range.ALL));
        own.addAll(BINDER.settings(Data.class));
        return List.copyOf(own);
    }

    /** Which kind of split an object says, as the catalog of splits calls it. */
    public static Class<? extends Split> kindOf(Json.Obj split) {
        if (split.isEmpty()) {
            return UnsaidSplit.class;
        }
        return split.has("column") ? ColumnSplit.class
                : split.has("train") || split.number("validation", 0) >= 1 ? CountSplit.class : FractionSplit.class;
    }

    /** The object's meaning; {@code null} after at least one error. Unknown members are warned about. */
    public static DataSpec bind(Json.Obj data, Problems problems) {
        DataSource source = BINDER.bind(DataSources.ALL, data, Set.copyOf(OWN_SETTINGS), problems);
        Data own = BINDER.bind(Data.class, data, data.members().keySet(), problems);
        Split split = split(data.get("split"), problems);
        return source == null || own == null || split == null ? null
                : new DataSpec(source, split, own.standardize(), own.shuffle(), own.pixels(), own.permutation());
    }

    private static Split split(Json said, Problems problems) {
        if (said == null || said instanceof Json.Null) {
            return new UnsaidSplit();
        }
        if (!(said instanceof Json.Obj split) || SPLIT_SETTINGS.stream().noneMatch(split::has) && !split.isEmpty()) {
            problems.error(said.at(), "'split' of data must be {\"column\": NAME}, {\"validation\": 0.2} or"
                    + " {\"train\": 8000, \"validation\": 2000}, was " + Quoted.value(said));
            return null;
        }
        if (split.isEmpty()) {
            return new UnsaidSplit();
        }
        return BINDER.bind(kindOf(split), split, Set.of(), problems);
    }

    /**
     * The source's data, unscaled; a value that is missing and will be filled is still NaN.
     *
     * @throws DataException as {@link DataSource#load}, or if pixels are asked of what is no image
     */
    public Dataset load(Origin origin) throws DataException {
        return pixels.of(source.load(new Origin(origin.base(), origin.seed(), split)), permutation);
    }

    /**
     * The data ready for training.
     *
     * @throws DataException if it cannot be loaded or split
     */
    public TrainingData prepare(Origin origin) throws DataException {
        return prepare(origin, null);
    }

    /**
     * The data ready for training, with class numbers as another run had them.
     *
     * @param classes of the other run, none for a regression; {@code null} to take the data's own
     * @throws DataException if it cannot be loaded or split, or has other labels than the other run
     */
    public TrainingData prepare(Origin origin, List<String> classes) throws DataException {
        Dataset loaded = load(origin);
        Dataset known = classes == null ? loaded : loaded.withClasses(classes);
        Parts parts = Parts.split(known, split, origin.seed());
        String hash = known.hash();
        Dataset data = Gaps.fill(known, parts.train());
        if (!standardize) {
            return new TrainingData(data, parts, null, hash);
        }
        Standardization fitted = Standardization.fit(data, parts.train());
        return new TrainingData(fitted.apply(data), parts, fitted, hash);
    }
}
