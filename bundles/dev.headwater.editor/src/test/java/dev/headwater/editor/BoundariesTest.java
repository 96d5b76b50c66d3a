package dev.headwater.editor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class BoundariesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.headwater.editor");

    @Test
    void theIdeNeverTouchesTheEngineOrTheNumericLibrary() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.headwater.core.engine..", "org.nd4j..",
                "org.bytedeco..", "dev.headwater.trainer..").check(OURS);
    }

    @Test
    void editorAndViewsMeetInTheWorkbenchAlone() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.headwater.ui..", "dev.headwater.launching..")
                .check(OURS);
    }
}
