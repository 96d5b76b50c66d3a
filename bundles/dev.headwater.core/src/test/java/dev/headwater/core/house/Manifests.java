package dev.headwater.core.house;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The rules about what a bundle's manifest may require and import. */
final class Manifests {
    private static final List<String> NUMERICS = List.of("org.nd4j", "org.bytedeco");

    /** Each bundle and the beginnings of the names that its manifest may need: of bundles, of packages. */
    private static final Map<String, List<String>> MAY_NEED = Map.ofEntries(
            entry("dev.headwater.core", List.of("com.fasterxml.jackson.core", "de.siegmar.fastcsv", "javax.imageio",
                    "org.nd4j",
                    "org.bytedeco")),
            entry("dev.headwater.nd4j", List.of("sun.misc")),
            entry("dev.headwater.nd4j.linux.x86_64", List.of("dev.headwater.nd4j")),
            entry("dev.headwater.nd4j.linux.aarch64", List.of("dev.headwater.nd4j")),
            entry("dev.headwater.nd4j.win32.x86_64", List.of("dev.headwater.nd4j")),
            entry("dev.headwater.nd4j.macosx.x86_64", List.of("dev.headwater.nd4j")),
            entry("dev.headwater.nd4j.macosx.aarch64", List.of("dev.headwater.nd4j")),
            entry("dev.headwater.trainer", List.of("dev.headwater.core", "dev.headwater.nd4j",
                    "com.fasterxml.jackson.core", "picocli")),
            entry("dev.headwater.examples", List.of()),
            entry("dev.headwater.tests", List.of("dev.headwater", "org.junit", "org.opentest4j", "org.osgi", "org.nd4j",
                    "org.bytedeco")),
            entry("dev.headwater.gef.compat", List.of("org.eclipse")),
            entry("dev.headwater.launching", List.of("dev.headwater.core", "org.eclipse", "org.osgi")),
            entry("dev.headwater.editor", List.of("dev.headwater.core", "org.eclipse", "org.osgi")),
            entry("dev.headwater.ui", List.of("dev.headwater.core", "dev.headwater.launching", "org.eclipse",
                    "org.osgi")),
            entry("dev.headwater.ui.tests", List.of("dev.headwater", "org.junit", "org.opentest4j", "org.osgi",
                    "org.eclipse")));

    private Manifests() {
    }

    /** The manifests of the bundles in the checkout, by folder. */
    static Map<String, Manifest> read(Path root) throws IOException {
        Map<String, Manifest> manifests = new TreeMap<>();
        try (Stream<Path> folders = Files.list(root.resolve("bundles"))) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                Path file = folder.resolve("META-INF/MANIFEST.MF");
                if (Files.exists(file)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        manifests.put(folder.getFileName().toString(), new Manifest(in));
                    }
                }
            }
        }
        return manifests;
    }

    /** What is wrong with a bundle's manifest, a sentence each. */
    static List<String> problems(String bundle, Manifest manifest) {
        List<String> problems = new ArrayList<>();
        Attributes headers = manifest.getMainAttributes();
        String name = headers.getValue("Bundle-SymbolicName");
        if (name == null || !name.split(";")[0].strip().equals(bundle)) {
            problems.add(bundle + " calls itself " + name);
        }
        List<String> may = MAY_NEED.get(bundle);
        if (may == null) {
            problems.add(bundle + " has no line in Manifests.MAY_NEED");
            return problems;
        }
        for (String header : List.of("Require-Bundle", "Import-Package", "Fragment-Host", "DynamicImport-Package")) {
            for (String clause : clauses(headers.getValue(header))) {
                String needed = clause.split(";")[0].strip();
                if (may.stream().noneMatch(start -> within(needed, start))) {
                    problems.add(bundle + " may not need " + needed + " (" + header + ")");
                }
                boolean numeric = NUMERICS.stream().anyMatch(start -> within(needed, start));
                if (numeric && bundle.equals("dev.headwater.core")
                        && !clause.replace(" ", "").contains(";resolution:=optional")) {
                    problems.add(bundle + " must import " + needed + " with resolution:=optional");
                }
            }
        }
        return problems;
    }

    private static boolean within(String name, String start) {
        return name.equals(start) || name.startsWith(start + ".");
    }

    /** The parts between the commas that stand in no quotes. */
    static List<String> clauses(String header) {
        return header == null ? List.of()
                : List.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).stream().map(String::strip).toList();
    }
}
