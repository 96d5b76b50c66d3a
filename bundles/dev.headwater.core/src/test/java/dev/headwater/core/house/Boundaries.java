package dev.headwater.core.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules about what core's classes may name. */
final class Boundaries {
    private static final String CORE = "dev.headwater.core.";
    private static final String[] NUMERICS = {"org.nd4j..", "org.bytedeco.."};

    /** Each package of core and the other packages of core that it may name; lower ones come first. */
    static final List<Map.Entry<String, List<String>>> PACKAGES = List.of(
            entry("json", List.of()),
            entry("tensor", List.of()),
            entry("catalog", List.of("json", "tensor")),
            entry("activation", List.of("catalog", "tensor")),
            entry("initializer", List.of("catalog", "tensor")),
            entry("optimizer", List.of("catalog", "tensor")),
            entry("schedule", List.of("catalog")),
            entry("layer", List.of("catalog", "tensor", "activation", "initializer")),
            entry("loss", List.of("catalog", "tensor", "activation", "layer")),
            entry("data", List.of("json", "catalog", "tensor")),
            entry("network", List.of("json", "catalog", "tensor", "activation", "initializer", "optimizer", "layer",
                    "loss", "schedule")),
            entry("edit", List.of("json", "catalog", "tensor", "activation", "initializer", "optimizer", "layer",
                    "loss",
                    "data", "network")),
            entry("remedy", List.of("json")),
            entry("telemetry", List.of("json", "tensor")),
            entry("run", List.of("json", "tensor", "telemetry", "data")),
            entry("engine", List.of("catalog", "tensor", "activation", "initializer", "optimizer", "layer", "loss",
                    "network", "telemetry")));

    static final ArchRule NO_ECLIPSE = noClasses().should().dependOnClassesThat().resideInAnyPackage("org.eclipse..",
            "org.osgi..").because("core runs in a terminal too");

    static final ArchRule NUMERICS_IN_ENGINE_ALONE = noClasses().that().resideOutsideOfPackage(CORE + "engine..")
            .should().dependOnClassesThat().resideInAnyPackage(NUMERICS)
            .because("an IDE never loads the numeric library");

    static final ArchRule FEW_LIBRARIES = classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..",
            "javax.imageio..", "dev.headwater.core..", "com.fasterxml.jackson.core..", "de.siegmar.fastcsv..",
            NUMERICS[0], NUMERICS[1])
            .because("core needs the JDK, jackson-core, FastCSV and, in its engine, ND4J");

    static final ArchRule NO_CYCLES = slices().matching("dev.headwater.core.(*)..").should().beFreeOfCycles();

    private Boundaries() {
    }

    /** The rule that a package of core names only those packages of core that it may. */
    static ArchRule direction(Map.Entry<String, List<String>> one) {
        List<String> allowed = new ArrayList<>(one.getValue());
        allowed.add(one.getKey());
        String[] forbidden = PACKAGES.stream().map(Map.Entry::getKey).filter(name -> !allowed.contains(name))
                .map(name -> CORE + name + "..").toArray(String[]::new);
        return noClasses().that().resideInAPackage(CORE + one.getKey() + "..").should().dependOnClassesThat()
                .resideInAnyPackage(forbidden).allowEmptyShould(true);
    }

    /** Whether a class lies in a package that {@link #PACKAGES} knows. */
    static boolean known(JavaClass one) {
        return PACKAGES.stream().anyMatch(each -> one.getPackageName().equals(CORE + each.getKey())
                || one.getPackageName().startsWith(CORE + each.getKey() + "."));
    }
}
