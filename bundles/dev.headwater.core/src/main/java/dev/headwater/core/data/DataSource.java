package dev.headwater.core.data;

/** Where examples come from. Implementations are public records listed in {@link DataSources}. */
public interface DataSource {
    /**
     * Reads or makes the data; the same source, origin and files give the same bits.
     *
     * @throws DataException if there is none, or it cannot be used, with the place and the way out
     */
    Dataset load(Origin origin) throws DataException;
}
