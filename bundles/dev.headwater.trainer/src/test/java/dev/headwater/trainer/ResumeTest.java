package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.Checkpoints;
import dev.headwater.core.run.RunFolder;
import dev.headwater.core.run.RunState;
import dev.headwater.trainer.training.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    @TempDir
    Path temp;
    private Path net;

    @BeforeEach
    void write() throws Exception {
        net = Networks.xor(temp);
    }

    private Path train(String name, Object... more) {
        Path out = temp.resolve(name);
        Object[] args = new Object[more.length + 5];
        Object[] first = {"train", net, "--quiet", "--out", out};
        System.arraycopy(first, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        Cli.run(args).ok();
        return out;
    }

    @Test
    void threeEpochsAndThreeMoreAreSixToTheBit() throws Exception {
        Path whole = train("whole", "--epochs", 6);
        Path half = train("half", "--epochs", 3);
        Path rest = train("rest", "--epochs", 6, "--resume", half);
        Bits.assertSame(whole, rest);
        assertEquals(half.toString(), RunFolder.open(rest).read().resumedFrom());
        assertEquals(60, RunFolder.open(rest).read().result().whole("steps", 0));
    }

    @Test
    void aRunStoppedInTheMiddleOfAnEpochGoesOnToTheSameBits() throws Exception {
        Path whole = train("whole", "--epochs", 400);
        Stop stop = new Stop();
        Path out = temp.resolve("stopped");
        Thread watcher = new Thread(() -> {
            while (out.resolve("events.jsonl").toFile().length() < 1000) {
                Thread.onSpinWait();
            }
            stop.request();
        });
        watcher.start();
        Cli cli = Cli.run(stop, "train", net, "--quiet", "--epochs", 400, "--out", out);
        watcher.join();
        assertEquals(130, cli.code(), cli.err());
        assertTrue(cli.err().contains("--resume " + out), cli.err());
        assertEquals(RunState.STOPPED, RunFolder.open(out).read().state());
        Path rest = train("rest", "--epochs", 400, "--resume", out);
        Bits.assertSame(whole, rest);
    }

    @Test
    void aDamagedCheckpointIsPassedOverForTheOneBefore() throws Exception {
        Path half = train("half", "--epochs", 5, "--resume", train("begin", "--epochs", 3));
        List<Path> checkpoints = new Checkpoints(RunFolder.open(half)).list();
        assertTrue(checkpoints.size() > 1, checkpoints.toString());
        Path newest = checkpoints.getLast();
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 1] ^= 1;
        Files.write(newest, bytes);
        Cli cli = Cli.run("train", net, "--quiet", "--epochs", 6, "--resume", half, "--out", temp.resolve("rest")).ok();
        assertTrue(cli.err().contains("warning") && cli.err().contains("checksum"), cli.err());
        Bits.assertSame(train("whole", "--epochs", 6), temp.resolve("rest"));
    }

    @Test
    void whatDiffersIsNamed() throws Exception {
        Path run = train("run");
        refused(run, "recipe.seed", "--seed", 6, "--epochs", 6);
        refused(run, "nodes.hidden.units is 4 there and 5 here", "--set", "nodes.hidden.units=5", "--epochs", 6);
        refused(run, "nodes.hidden.activation", "--set", "nodes.hidden.activation=relu", "--epochs", 6);
        refused(run, "recipe.batch", "--set", "recipe.batch=8", "--epochs", 6);
        refused(run, "data.split.validation", "--set", "data.split.validation=0.5", "--epochs", 6);
    }

    @Test
    void otherDataAreRefused() throws Exception {
        net = Networks.table(temp, "a,b,label\n" + "1,2,0\n3,4,1\n".repeat(10));
        Path run = train("run");
        Files.writeString(temp.resolve("table.csv"), "a,b,label\n" + "1,2,0\n3,5,1\n".repeat(10));
        refused(run, "data", "--epochs", 6);
    }

    @Test
    void fewerEpochsThanAreDoneAreRefused() {
        Path run = train("run");
        refused(run, "already done 3 epochs", "--epochs", 3);
        refused(run, "already done 3 epochs", "--epochs", 2);
    }

    @Test
    void aFolderThatIsNoRunIsRefused() throws Exception {
        refused(temp.resolve("nowhere"), "does not exist", "--epochs", 6);
        refused(Files.createDirectory(temp.resolve("empty")), "run.json", "--epochs", 6);
    }

    private void refused(Path run, String words, Object... more) {
        Object[] args = new Object[more.length + 7];
        Object[] first = {"train", net, "--quiet", "--out", temp.resolve("never"), "--resume", run};
        System.arraycopy(first, 0, args, 0, 7);
        System.arraycopy(more, 0, args, 7, more.length);
        Cli.run(args).refused(2, words, run.toString());
        assertTrue(Files.notExists(temp.resolve("never")));
    }
}
