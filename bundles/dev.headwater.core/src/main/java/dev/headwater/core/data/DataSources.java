package dev.headwater.core.data;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.catalog.Naming;
import java.util.List;
import java.util.Set;

/** The catalog of data sources. A new one is one file and one line here. */
public final class DataSources {
    /** All sources, by their names in files. */
    public static final Catalog<DataSource> ALL = Catalog.of("source", DataSource.class, Naming.HYPHENS, List.of(
            Csv.class,
            Idx.class,
            Numpy.class,
            ImageFolder.class,
            Circle.class,
            Blobs.class,
            Spirals.class,
            Xor.class,
            Parity.class,
            Adding.class,
            Multiplication.class,
            TemporalOrder.class,
            LongLag.class,
            EmbeddedReber.class,
            CopyMemory.class,
            MackeyGlass.class,
            Narma10.class,
            Sine.class));

    /** The settings of sources that name files: relative to the network file in it, else to the working directory. */
    public static final Set<String> FILE_SETTINGS = Set.of("file", "images", "labels", "folder");

    /** Those of them that name a folder instead of a file. */
    public static final Set<String> FOLDER_SETTINGS = Set.of("folder");

    private DataSources() {
    }
}
