package dev.headwater.editor.model;

import java.util.function.UnaryOperator;
import org.eclipse.gef.commands.Command;

/** The one command: puts one version of the design in the place of another. Every edit is an instance of it. */
final class ReplaceNetwork extends Command {
    private final NetworkDraft draft;
    private final UnaryOperator<Version> edit;
    private Version before;
    private Version after;

    /** A command that finds out what it does only when it is done, for tools ask for many that never are. */
    ReplaceNetwork(NetworkDraft draft, String label, UnaryOperator<Version> edit) {
        super(label);
        this.draft = draft;
        this.edit = edit;
    }

    @Override
    public void execute() {
        before = draft.version();
        after = draft.show(edit.apply(before));
    }

    @Override
    public void undo() {
        draft.show(before);
    }

    @Override
    public void redo() {
        draft.show(after);
    }
}
