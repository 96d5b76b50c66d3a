package dev.headwater.core.data;

import dev.headwater.core.catalog.Problems;
import dev.headwater.core.json.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects what was complained about, each with its line and column. */
final class Complaints implements Problems {
    final List<String> errors = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    @Override
    public void error(Position at, String message) {
        errors.add(at + " " + message);
    }

    @Override
    public void warning(Position at, String message) {
        warnings.add(at + " " + message);
    }
}
