package dev.headwater.core.edit;

import dev.headwater.core.catalog.Catalog;
import dev.headwater.core.data.DataSpec;
import dev.headwater.core.data.Split;
import dev.headwater.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The split of data as an entry of a catalog, though files tell its kinds apart by their members alone. */
final class Splits {
    private static final String COLUMN = "column";
    private static final String COUNT = "count";
    private static final String FRACTION = "fraction";
    private static final int SOME_ROWS = 100;

    private Splits() {
    }

    private static Catalog<Split> catalog() {
        return DataSpec.binder().catalog(Split.class);
    }

    /** What the file says, with the kind named. */
    static Json.Obj open(Json said) {
        Json.Obj split = said instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        Class<? extends Split> kind = DataSpec.kindOf(split);
        String name = catalog().entries().stream().filter(entry -> entry.type() == kind).findFirst().orElseThrow()
                .name();
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(catalog().key(), Json.of(name));
        members.putAll(split.members());
        return new Json.Obj(members, split.keys(), split.at());
    }

    /** What the file says of it. */
    static Json.Obj close(Json.Obj named) {
        return named.without(catalog().key());
    }

    /** A kind newly chosen, with what makes it that kind. */
    static Json.Obj fresh(String name) {
        Json.Builder split = Json.object().put(catalog().key(), name);
        switch (name) {
            case COLUMN -> split.put(COLUMN, "split");
            case COUNT -> split.put("validation", SOME_ROWS);
            case FRACTION -> split.put("validation", 0.2);
            default -> {
                // nothing said: the source decides
            }
        }
        return split.build();
    }
}
