package dev.headwater.core.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.headwater.core.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundariesTest {
    private static final String JSON = "dev.headwater.core.json.Offence";
    private static final String ENGINE = "dev.headwater.core.engine.Offence";

    private static JavaClasses core;

    @TempDir
    Path temp;

    /** What the test sources add to the same packages is not among them. */
    private static JavaClasses core() {
        if (core == null) {
            core = new ClassFileImporter().importUrl(Tensor.class.getProtectionDomain().getCodeSource().getLocation());
        }
        return core;
    }

    private static void assertBroken(ArchRule rule, JavaClasses by) {
        assertTrue(rule.evaluate(by).hasViolation(), rule.getDescription());
    }

    @Test
    void coreKnowsNoEclipse() throws IOException {
        Boundaries.NO_ECLIPSE.check(core());
        assertBroken(Boundaries.NO_ECLIPSE, Offences.of(temp, "org.eclipse.swt.Widget", "", JSON,
                "void draw() { new org.eclipse.swt.Widget(); }"));
    }

    @Test
    void engineAloneNamesTheNumericLibrary() throws IOException {
        Boundaries.NUMERICS_IN_ENGINE_ALONE.check(core());
        JavaClasses offences = Offences.of(temp, "org.nd4j.Array", "", "org.bytedeco.Pointer", "",
                ENGINE, "org.nd4j.Array a; org.bytedeco.Pointer p;", JSON, "Runnable r = () -> new org.nd4j.Array();",
                "dev.headwater.core.layer.Offence", "org.bytedeco.Pointer p;");
        List<String> broken = Boundaries.NUMERICS_IN_ENGINE_ALONE.evaluate(offences).getFailureReport().getDetails();
        assertTrue(broken.stream().anyMatch(line -> line.contains(JSON)), broken::toString);
        assertTrue(broken.stream().anyMatch(line -> line.contains("layer.Offence")), broken::toString);
        assertFalse(broken.stream().anyMatch(line -> line.contains(ENGINE)), broken::toString);
    }

    /** The verifier also trips over a cast or a local variable, which ArchUnit does not see. */
    @Test
    void noOtherClassFileHoldsANameOfTheNumericLibrary() throws IOException {
        assertEquals(List.of(), mentions(core()));
        JavaClasses offences = Offences.of(temp, "org.nd4j.Array", "",
                JSON, "static int f(Object o) { org.nd4j.Array a = (org.nd4j.Array) o; return a.hashCode(); }");
        assertEquals(List.of(JSON), mentions(offences));
    }

    private static List<String> mentions(JavaClasses classes) throws IOException {
        List<String> found = new ArrayList<>();
        for (JavaClass one : classes) {
            if (one.getPackageName().startsWith("dev.headwater.core.") && !one.getPackageName().contains(".engine")) {
                try (InputStream in = one.getSource().orElseThrow().getUri().toURL().openStream()) {
                    String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (bytes.contains("org/nd4j/") || bytes.contains("org/bytedeco/")) {
                        found.add(one.getName());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void coreNeedsTwoSmallLibrariesBesideTheJdk() throws IOException {
        Boundaries.FEW_LIBRARIES.check(core());
        assertBroken(Boundaries.FEW_LIBRARIES, Offences.of(temp, "com.google.Guava", "", JSON,
                "com.google.Guava g;"));
    }

    @Test
    void coreKnowsNoOtherBundleOfTheProduct() throws IOException {
        assertBroken(Boundaries.FEW_LIBRARIES, Offences.of(temp, "dev.headwater.trainer.Main", "", JSON,
                "dev.headwater.trainer.Main m;"));
    }

    @Test
    void packagesAreFreeOfCycles() throws IOException {
        Boundaries.NO_CYCLES.check(core());
        assertBroken(Boundaries.NO_CYCLES, Offences.of(temp, JSON, "dev.headwater.core.tensor.Offence t;",
                "dev.headwater.core.tensor.Offence", JSON + " j;"));
    }

    @Test
    void everyPackageKnowsOnlyLowerOnes() {
        for (Map.Entry<String, List<String>> one : Boundaries.PACKAGES) {
            Boundaries.direction(one).check(core());
        }
        List<String> strangers = core().stream().filter(one -> !Boundaries.known(one)).map(JavaClass::getName).toList();
        assertEquals(List.of(), strangers, "Boundaries.PACKAGES does not know their packages");
    }

    @Test
    void theDirectionsThemselvesLeadDownwards() {
        List<String> lower = new ArrayList<>();
        for (Map.Entry<String, List<String>> one : Boundaries.PACKAGES) {
            assertTrue(lower.containsAll(one.getValue()), one::toString);
            lower.add(one.getKey());
        }
    }

    @Test
    void aPackageThatNamesWhatItMayNotIsFound() throws IOException {
        List<String> types = new ArrayList<>(List.of(ENGINE, ""));
        for (Map.Entry<String, List<String>> one : Boundaries.PACKAGES) {
            if (!one.getKey().equals("engine")) {
                types.addAll(List.of("dev.headwater.core." + one.getKey() + ".Upward", ENGINE + " e;"));
            }
        }
        JavaClasses offences = Offences.of(temp, types.toArray(String[]::new));
        for (Map.Entry<String, List<String>> one : Boundaries.PACKAGES) {
            boolean broken = Boundaries.direction(one).evaluate(offences).hasViolation();
            assertEquals(!one.getKey().equals("engine"), broken, one.getKey());
        }
    }

    @Test
    void recordingAndDataKnowNoNetwork() throws IOException {
        JavaClasses offences = Offences.of(temp, "dev.headwater.core.network.Offence", "",
                "dev.headwater.core.telemetry.A", "dev.headwater.core.network.Offence n;",
                "dev.headwater.core.run.A", "dev.headwater.core.network.Offence n;",
                "dev.headwater.core.data.A", "dev.headwater.core.network.Offence n;");
        for (Map.Entry<String, List<String>> one : Boundaries.PACKAGES) {
            boolean mayNot = List.of("telemetry", "run", "data").contains(one.getKey());
            assertEquals(mayNot, Boundaries.direction(one).evaluate(offences).hasViolation(), one.getKey());
        }
    }
}
