package dev.headwater.benchmarks;

import dev.headwater.benchmarks.measure.Effort;
import dev.headwater.benchmarks.product.Ours;
import dev.headwater.benchmarks.workload.Library;
import dev.headwater.benchmarks.workload.ReZero;
import dev.headwater.benchmarks.workload.Workload;
import dev.headwater.benchmarks.workload.Workloads;
import dev.headwater.core.engine.Backend;
import dev.headwater.core.engine.Blas;
import dev.headwater.core.json.Json;
import dev.headwater.core.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * All batches of one workload, in a process of its own as a training has one: what the compiler learned from another
 * network would make this one slower.
 */
public final class Session {
    private Session() {
    }

    /** Measures; the arguments are the workload, {@code quick} or {@code thorough}, and the file for the figures. */
    public static void main(String[] args) throws IOException {
        Workload workload = Workloads.of(args[0]);
        Effort effort = args[1].equals("quick") ? Effort.QUICK : Effort.THOROUGH;
        Backend.start();
        Blas blas = Backend.blas();
        List<Library> libraries = libraries();
        List<Json> rows = new ArrayList<>();
        for (int batch : workload.batches()) {
            System.err.println("headwater: " + workload.name() + (workload.batches().size() == 1 ? ""
                    : ", batch " + batch) + " ...");
            try (Comparison comparison = new Comparison(Ours.task(workload, batch), effort, libraries)) {
                rows.add(comparison.run());
            }
        }
        Json.Builder versions = Json.object();
        libraries.forEach(library -> versions.put(library.key(), library.description()));
        Json.Builder figures = Json.object().put("workloads", Json.array(rows)).put("versions", versions.build())
                .put("blas", Json.object().put("library", blas.library()).put("kernel", blas.kernel()).build());
        if (workload instanceof ReZero deep) {
            figures.put("depths", Depths.run(deep, effort));
        }
        Files.writeString(Path.of(args[2]), JsonWriter.write(figures.build()));
        System.exit(0); // libraries leave threads behind
    }

    /** Those whose jars were fetched and whose native libraries can be loaded. */
    private static List<Library> libraries() {
        List<Library> libraries = new ArrayList<>();
        Iterator<Library> found = ServiceLoader.load(Library.class).iterator();
        while (found.hasNext()) {
            try {
                libraries.add(found.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                System.err.println("headwater: a library to compare with cannot be loaded (" + e + ": " + e.getCause()
                        + "); going on without it");
            }
        }
        return libraries;
    }
}
