package dev.headwater.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class BoundariesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.headwater.ui");

    @Test
    void theIdeNeverTouchesTheEngineOrTheNumericLibrary() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.headwater.core.engine..", "org.nd4j..",
                "org.bytedeco..", "dev.headwater.trainer..").check(OURS);
    }

    @Test
    void editorAndViewsMeetInTheWorkbenchAlone() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.headwater.editor..", "org.eclipse.gef..")
                .check(OURS);
    }
}
