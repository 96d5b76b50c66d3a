package dev.headwater.launching.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where systems and tools put Java runtimes, each in a folder of its own. */
final class UsualFolders {
    private static final List<String> OF_SYSTEM = List.of("/usr/lib/jvm", "/usr/java", "/opt", "/opt/java",
            "/Library/Java/JavaVirtualMachines", "C:\\Program Files\\Java", "C:\\Program Files\\Eclipse Adoptium",
            "C:\\Program Files\\Microsoft");
    private static final List<String> OF_USER = List.of(".sdkman/candidates/java", ".jdks", ".asdf/installs/java",
            "Library/Java/JavaVirtualMachines");

    private UsualFolders() {
    }

    /** The folders of runtimes; many of them do not exist. */
    static List<Path> parents() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<Path> parents = new ArrayList<>();
        OF_SYSTEM.stream().filter(name -> name.startsWith("C:") == windows).map(Path::of).forEach(parents::add);
        Path home = Path.of(System.getProperty("user.home"));
        OF_USER.forEach(name -> parents.add(home.resolve(name)));
        return parents;
    }

    /** The home in a runtime's folder, which macOS puts deeper. */
    static Path home(Path folder) {
        Path bundle = folder.resolve("Contents/Home");
        return Files.isDirectory(bundle) ? bundle : folder;
    }
}
