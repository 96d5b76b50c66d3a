package dev.headwater.core.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static List<String> problems(String bundle, String headers) throws IOException {
        String text = "Manifest-Version: 1.0\nBundle-SymbolicName: " + bundle + "\n" + headers + "\n";
        return Manifests.problems(bundle, new Manifest(new ByteArrayInputStream(text.getBytes(
                StandardCharsets.UTF_8))));
    }

    @Test
    void everyBundleNeedsOnlyWhatItMay() throws IOException {
        Map<String, Manifest> manifests = Manifests.read(Path.of(System.getProperty("headwater.root")));
        assertTrue(manifests.keySet().containsAll(Set.of("dev.headwater.core", "dev.headwater.trainer")));
        List<String> problems = new ArrayList<>();
        manifests.forEach((bundle, manifest) -> problems.addAll(Manifests.problems(bundle, manifest)));
        assertEquals(List.of(), problems);
    }

    @Test
    void coreImportsTheNumericLibraryOptionally() throws IOException {
        Manifest core = Manifests.read(Path.of(System.getProperty("headwater.root"))).get("dev.headwater.core");
        List<String> numeric = Manifests.clauses(core.getMainAttributes().getValue("Import-Package")).stream()
                .filter(clause -> clause.startsWith("org.nd4j") || clause.startsWith("org.bytedeco")).toList();
        assertTrue(!numeric.isEmpty() && numeric.stream().allMatch(clause -> clause.endsWith("resolution:=optional")),
                numeric::toString);
        assertEquals(List.of("dev.headwater.core must import org.nd4j.linalg.factory with resolution:=optional"),
                problems("dev.headwater.core",
                        "Import-Package: org.bytedeco.javacpp;resolution:=optional,org.nd4j.linalg.factory"));
    }

    @Test
    void coreMayNotNeedEclipse() throws IOException {
        assertEquals(List.of("dev.headwater.core may not need org.eclipse.core.runtime (Require-Bundle)"),
                problems("dev.headwater.core", "Require-Bundle: org.eclipse.core.runtime;bundle-version=\"[3,4)\""));
        assertEquals(List.of("dev.headwater.core may not need org.eclipse.swt (DynamicImport-Package)"),
                problems("dev.headwater.core", "DynamicImport-Package: org.eclipse.swt"));
    }

    @Test
    void nobodyMayNeedTheTrainer() throws IOException {
        for (String bundle : List.of("core", "nd4j", "examples", "launching", "editor", "ui")) {
            String name = "dev.headwater." + bundle;
            assertEquals(List.of(name + " may not need dev.headwater.trainer (Require-Bundle)"),
                    problems(name, "Require-Bundle: dev.headwater.trainer"));
            assertEquals(List.of(name + " may not need dev.headwater.trainer.text (Import-Package)"),
                    problems(name, "Import-Package: dev.headwater.trainer.text"));
        }
    }

    @Test
    void editorAndUiDoNotKnowEachOther() throws IOException {
        assertEquals(1, problems("dev.headwater.ui", "Require-Bundle: dev.headwater.editor").size());
        assertEquals(1, problems("dev.headwater.editor", "Require-Bundle: dev.headwater.ui").size());
        assertEquals(0, problems("dev.headwater.ui", "Require-Bundle: dev.headwater.launching").size());
    }

    @Test
    void aBundleThatNobodyThoughtAboutIsFound() throws IOException {
        assertEquals(List.of("dev.headwater.new has no line in Manifests.MAY_NEED"), problems("dev.headwater.new", ""));
    }

    @Test
    void aRangeOfVersionsIsNotTwoClauses() {
        assertEquals(List.of("a;version=\"[1,2)\"", "b"), Manifests.clauses("a;version=\"[1,2)\", b"));
    }
}
