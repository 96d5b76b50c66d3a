package dev.headwater.trainer.reproduction;

import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonException;
import dev.headwater.core.json.JsonReader;
import dev.headwater.core.json.JsonWriter;
import dev.headwater.trainer.input.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file with what reproductions found, by their names. */
public final class SavedFindings {
    private SavedFindings() {
    }

    /**
     * The findings of a file.
     *
     * @throws Failure if it cannot be read or holds something else
     */
    public static Json.Obj read(Path file) throws Failure {
        try {
            if (JsonReader.read(file.toString(), Files.readAllBytes(file)) instanceof Json.Obj findings) {
                return findings;
            }
            throw Failure.input(file + " holds no object of findings; name a file that reproduce --save has written");
        } catch (JsonException e) {
            throw Failure.input(e.getMessage(), file.toString());
        } catch (IOException e) {
            throw Failure.input(file + " cannot be read: " + e.getMessage() + "; name a file that reproduce --save has"
                    + " written");
        }
    }

    /**
     * Puts findings into a file, which is made if there is none. Figures that it had of the reproduction and that are not
     * among these stay.
     *
     * @throws Failure if it holds something else
     * @throws IOException if it cannot be written
     */
    public static void put(Path file, String name, Json.Obj found) throws Failure, IOException {
        Json.Obj all = Files.exists(file) ? read(file) : Json.Obj.EMPTY;
        Map<String, Json> figures = new LinkedHashMap<>();
        collect(all.object(name), figures);
        collect(found, figures);
        Json.Obj merged = Json.object().put("about", found.text("about", "")).put("figures", Json.array(List.copyOf(
                figures
                        .values()))).build();
        Files.writeString(file, JsonWriter.write(all.with(name, merged)));
    }

    /** All figures of all reproductions: those of {@code saved}, and the others as not measured yet. */
    public static Json.Obj complete(Json.Obj saved) {
        Json.Obj all = Json.Obj.EMPTY;
        for (Reproduction one : Reproductions.ALL) {
            Map<String, Json> figures = new LinkedHashMap<>();
            for (Claim claim : one.claims(new Scope(false, null))) {
                figures.put(claim.what(), new Finding(claim, new double[0], 0, "a measurement").toJson());
            }
            collect(saved.object(one.name()), figures);
            all = all.with(one.name(), Json.object().put("figures", Json.array(List.copyOf(figures.values()))).build());
        }
        return all;
    }

    private static void collect(Json.Obj findings, Map<String, Json> into) {
        if (findings.get("figures") instanceof Json.Arr figures) {
            for (Json item : figures.items()) {
                if (item instanceof Json.Obj figure) {
                    into.put(figure.text("what", ""), figure);
                }
            }
        }
    }
}
