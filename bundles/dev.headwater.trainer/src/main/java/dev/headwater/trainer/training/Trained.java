package dev.headwater.trainer.training;

import dev.headwater.core.engine.Model;
import dev.headwater.core.run.Checkpoint;
import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.RunFolder;
import java.io.IOException;

/** Networks as a run has left them. */
public final class Trained {
    private Trained() {
    }

    /**
     * The network of a job with the parameters of a run's newest checkpoint.
     *
     * @throws IOException if there is no whole one, or it holds another network
     */
    public static Model model(Job job, RunFolder folder) throws IOException {
        Model model = job.model();
        try (Checkpoint checkpoint = new Checkpoints(folder).newest().checkpoint()) {
            Snapshots.restore(checkpoint, model);
            return model;
        } catch (IOException | RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }
}
