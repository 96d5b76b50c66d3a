package dev.headwater.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One folder among the runs: its record, or the reason why there is none.
 *
 * @param folder the folder
 * @param run what it says about itself; {@code null} if that cannot be read
 * @param reason why it cannot be read, in one sentence; {@code null} if it can
 */
public record RunListing(Path folder, RunRecord run, String reason) {
    /**
     * All folders in {@code runs} by name; none if there is no such folder. One that cannot be read hides no other.
     *
     * @throws RunException if {@code runs} itself cannot be read
     */
    public static List<RunListing> of(Path runs) throws RunException {
        List<RunListing> found = new ArrayList<>();
        if (!Files.exists(runs)) {
            return found;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs, Files::isDirectory)) {
            for (Path folder : folders) {
                found.add(read(folder));
            }
        } catch (IOException e) {
            throw new RunException("the runs in " + runs + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
        found.sort(Comparator.comparing(listing -> listing.folder().getFileName().toString()));
        return found;
    }

    private static RunListing read(Path folder) {
        try {
            return new RunListing(folder, RunFolder.open(folder).read(), null);
        } catch (RunException e) {
            return new RunListing(folder, null, e.getMessage());
        }
    }
}
