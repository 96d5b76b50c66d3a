package dev.headwater.launching.process;

import org.eclipse.debug.core.model.IStreamsProxy;

/**
 * What a console connects to.
 *
 * @param out standard output
 * @param err standard error
 */
record Streams(Output out, Output err) implements IStreamsProxy {
    @Override
    public Output getOutputStreamMonitor() {
        return out;
    }

    @Override
    public Output getErrorStreamMonitor() {
        return err;
    }

    /** Goes nowhere: the process's input is its life-line, and it asks for nothing else. */
    @Override
    public void write(String input) {
        // see above
    }
}
