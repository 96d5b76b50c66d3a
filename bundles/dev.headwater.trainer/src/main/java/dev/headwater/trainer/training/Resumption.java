package dev.headwater.trainer.training;

import dev.headwater.core.network.Graph;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunLock;
import dev.headwater.core.run.RunRecord;
import dev.headwater.trainer.input.Failure;
import dev.headwater.trainer.input.Fingerprint;
import dev.headwater.trainer.text.Numbers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The run that a new one goes on from.
 *
 * @param folder where it lies
 * @param run its record
 * @param checkpoint its newest that is whole
 * @param damaged why newer ones were passed over
 */
public record Resumption(RunFolder folder, RunRecord run, Checkpoint checkpoint, List<String> damaged)
        implements Closeable {
    /**
     * Opens a run to go on from.
     *
     * @throws Failure if it is still being trained
     * @throws IOException if it is no run or has no checkpoint
     */
    public static Resumption open(Path path) throws Failure, IOException {
        RunFolder folder = RunFolder.open(path);
        Optional<Long> holder = RunLock.holder(folder);
        if (holder.isPresent()) {
            throw Failure.input(path + " is still being trained (process " + holder.get()
                    + "); wait for it or stop it with Ctrl+C");
        }
        RunRecord run = folder.read();
        Checkpoints.Newest newest = new Checkpoints(folder).newest();
        return new Resumption(folder, run, newest.checkpoint(), newest.damaged());
    }

    /**
     * Makes sure that a job is the one that was interrupted.
     *
     * @throws Failure saying what differs
     */
    public void check(Job job) throws Failure {
        String file = job.design().file().toString();
        if (!checkpoint.progress().design().equals(job.hashes().design())) {
            throw Failure.input("the design is not that of " + folder + ": " + difference(job)
                    + "; resume with the same design, or train it anew without --resume", file);
        }
        if (!checkpoint.progress().data().equals(job.hashes().data())) {
            throw Failure.input("the data (" + job.data().data().description() + ") are not those that " + folder
                    + " was trained on; resume with the same data, or train anew without --resume", file);
        }
        long wanted = (long) job.recipe().epochs() * job.stepsPerEpoch();
        if (wanted <= checkpoint.progress().step()) {
            throw Failure.input(folder + " has already done " + Numbers.plural(checkpoint.progress().epoch(), "epoch")
                    + ", counted from the very start; give --epochs a larger number than " + job.recipe().epochs(),
                    null);
        }
        if (checkpoint.progress().position() > job.batchesPerEpoch()) {
            throw Failure.input(checkpoint.path() + " is damaged: its epoch has no batch "
                    + checkpoint.progress().position());
        }
    }

    private String difference(Job job) {
        NetworkFile.Parsed parsed = NetworkFile.read(folder.record().toString(), run.network());
        Graph graph = parsed.network() == null ? null : Graph.of(parsed.network(), new ArrayList<>());
        String difference = graph == null ? null
                : Fingerprint.of(job.design().network(), job.design().graph())
                        .difference(Fingerprint.of(parsed.network(), graph));
        return difference == null ? "their fingerprints differ" : difference;
    }

    @Override
    public void close() throws IOException {
        checkpoint.close();
    }
}
