package dev.headwater.trainer;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.run.RunFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe's conditioning acts once, at the start of a new run. */
class ConditioningTest {
    @TempDir
    Path temp;

    private Path net(String conditioning) throws Exception {
        return Networks.xor(temp, "\"recipe\": {", "\"recipe\": {\"conditioning\": " + conditioning + ", ");
    }

    private static double loss(Path run) throws Exception {
        return RunFolder.open(run).read().result().object("train").number("loss", -1);
    }

    @Test
    void aResumedRunIsNotConditionedAgain() throws Exception {
        Path net = net("\"lsuv\"");
        Path whole = temp.resolve("whole");
        Path half = temp.resolve("half");
        Path rest = temp.resolve("rest");
        Cli.run("train", net, "--quiet", "--epochs", 4, "--out", whole).ok();
        Cli.run("train", net, "--quiet", "--epochs", 2, "--out", half).ok();
        Cli.run("train", net, "--quiet", "--epochs", 4, "--resume", half, "--out", rest).ok();
        Bits.assertSame(whole, rest);
        Path plain = temp.resolve("plain");
        Cli.run("train", Networks.xor(temp), "--quiet", "--epochs", 4, "--out", plain).ok();
        assertNotEquals(loss(plain), loss(whole));
    }

    @Test
    void whatCannotBeConditionedIsWarnedOf() throws Exception {
        Cli cli = Cli.run("train", net("\"fixup\""), "--quiet", "--epochs", 1, "--out", temp.resolve("run")).ok();
        assertTrue(cli.err().contains("Fixup found no residual branch"), cli.err());
    }
}
