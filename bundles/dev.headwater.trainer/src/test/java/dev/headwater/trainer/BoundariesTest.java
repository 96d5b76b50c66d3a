package dev.headwater.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The trainer reaches the numeric library through core's engine alone, and knows no Eclipse. */
class BoundariesTest {
    private static final ArchRule NEEDS = classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..",
            "javax..", "com.sun.management..", "sun.misc..", "dev.headwater.core..", "dev.headwater.trainer..",
            "picocli..", "com.fasterxml.jackson.core..");

    @Test
    void theTrainerNeedsCoreAndTheCommandLine() {
        JavaClasses trainer = new ClassFileImporter()
                .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
        assertFalse(trainer.isEmpty());
        NEEDS.check(trainer);
    }

    @Test
    void anotherLibraryWouldBeFound() {
        assertTrue(NEEDS.evaluate(new ClassFileImporter().importClasses(BoundariesTest.class)).hasViolation());
    }
}
