package dev.headwater.ui.launch;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.debug.ui.console.IConsoleLineTracker;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.console.IOConsoleOutputStream;

/**
 * Lets the console of a training come to the front once, where the user wants that, and not again with each of its many
 * lines: the views behind it are those that the training is watched in. Errors still bring it to the front.
 */
public final class ConsoleStaysBack implements IConsoleLineTracker {
    private IConsole console;

    @Override
    public void init(IConsole shown) {
        console = shown;
    }

    @Override
    public void lineAppended(IRegion line) {
        IConsole shown = console;
        IOConsoleOutputStream stream = shown == null ? null
                : shown.getStream(IDebugUIConstants.ID_STANDARD_OUTPUT_STREAM);
        if (stream != null) {
            stream.setActivateOnWrite(false);
            console = null; // once is enough
        }
    }

    @Override
    public void dispose() {
        console = null;
    }
}
