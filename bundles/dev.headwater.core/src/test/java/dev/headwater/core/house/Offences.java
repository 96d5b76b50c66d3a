package dev.headwater.core.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes that break a rule, made when a test needs them: none has to lie among the sources. */
final class Offences {
    private Offences() {
    }

    /**
     * The compiled classes.
     *
     * @param folder an empty one
     * @param types one each: a qualified name, then what stands between the braces of its class
     */
    static JavaClasses of(Path folder, String... types) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", folder.toString()));
        for (int i = 0; i < types.length; i += 2) {
            int dot = types[i].lastIndexOf('.');
            Path source = folder.resolve(types[i].replace('.', '/') + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, "package " + types[i].substring(0, dot) + "; public class "
                    + types[i].substring(dot + 1) + " {" + types[i + 1] + "}");
            arguments.add(source.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertTrue(compiler != null, "the tests need a JDK");
        int result = compiler.run(null, null, null, arguments.toArray(String[]::new));
        assertTrue(result == 0, "the offences do not compile");
        return new ClassFileImporter().importPath(folder);
    }
}
