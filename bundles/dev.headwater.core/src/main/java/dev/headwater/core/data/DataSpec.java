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
 * scaled and ordered.
 *
 * @param standardize whether inputs are scaled to mean 0 and standard deviation 1, as the training part has them
 * @param shuffle whether each epoch has an order of its own
 */
public record DataSpec(DataSource source, Split split, boolean standardize, boolean shuffle) {
    /** The members of {@code data} that are not the source's. */
    public static final List<String> OWN_SETTINGS = List.of("split", "standardize", "shuffle");

    /** The members that {@code data.split} may have, some together, some not. */
    public static final List<String> SPLIT_SETTINGS = List.of("column", "train", "validation", "test", "shuffled");

    private static final Binder BINDER = new Binder(DataSources.ALL);

    /** The two switches, bound by the name under which messages know them. */
    private record Data(
            @Setting(about = "Whether inputs get mean 0 and deviation 1.", byDefault = "false") boolean standardize,
            @Setting(about = "Whether each epoch has an order of its own.", byDefault = "true") boolean shuffle) {
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
                : new DataSpec(source, split, own.standardize(), own.shuffle());
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
     * The source's data, unscaled.
     *
     * @throws DataException as {@link DataSource#load}
     */
    public Dataset load(Origin origin) throws DataException {
        return source.load(new Origin(origin.base(), origin.seed(), split));
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
        Dataset data = classes == null ? loaded : loaded.withClasses(classes);
        Parts parts = Parts.split(data, split, origin.seed());
        String hash = data.hash();
        if (!standardize) {
            return new TrainingData(data, parts, null, hash);
        }
        Standardization fitted = Standardization.fit(data, parts.train());
        return new TrainingData(fitted.apply(data), parts, fitted, hash);
    }
}
