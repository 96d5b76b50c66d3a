package dev.headwater.benchmarks;

import dev.headwater.benchmarks.workload.Workloads;
import dev.headwater.core.catalog.Nearest;
import dev.headwater.core.json.Quoted;
import dev.headwater.trainer.BenchCommand;
import dev.headwater.trainer.input.Failure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param workloads names, each once and in the order of the report
 * @param start whether the time until the first step is measured too
 */
record Choice(List<String> workloads, boolean start, boolean kernels, boolean peers) {
    private static final String START = "start";

    /**
     * What a command line asks for.
     *
     * @throws Failure if it names something that does not exist
     */
    static Choice of(BenchCommand asked) throws Failure {
        List<String> known = new ArrayList<>(Workloads.names());
        known.add(START);
        for (String name : asked.workloads()) {
            if (!known.contains(name)) {
                throw Failure.input("there is no workload " + Quoted.text(name) + Nearest.advice(name, known));
            }
        }
        if (asked.kernels() && !asked.workloads().isEmpty()) {
            throw Failure.input("--kernels measures single operations and takes no workload");
        }
        boolean all = asked.workloads().isEmpty() && !asked.kernels();
        return new Choice(Workloads.names().stream().filter(name -> all || asked.workloads().contains(name)).toList(),
                all || asked.workloads().contains(START), asked.kernels(), asked.peers());
    }

    /** Prints what has to be fetched for it; gives the exit code. */
    int printNeeds(PrintStream out) {
        if (kernels) {
            out.println("kernels");
        } else if (peers && !workloads.isEmpty()) {
            out.println("libtorch");
            out.println("dl4j");
        }
        return 0;
    }
}
