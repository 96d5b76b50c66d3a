package dev.headwater.editor.parts;

import dev.headwater.core.edit.Structure;
import dev.headwater.core.network.Network;
import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.scene.Wire;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.UnexecutableCommand;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.eclipse.osgi.util.NLS;

/** Draws connections from and to a node, and puts their ends elsewhere. */
final class WiringPolicy extends GraphicalNodeEditPolicy {
    /** Remembers where a connection began until it is known where it ends; never done. */
    private static final class Begun extends Command {
        final String from;

        Begun(String from) {
            this.from = from;
        }

        @Override
        public boolean canExecute() {
            return true; // or the tool would not begin
        }
    }

    private String id() {
        return ((LayerEditPart) getHost()).key().id();
    }

    private NetworkDraft draft() {
        return ((NetworkEditPart) getHost().getParent()).draft();
    }

    @Override
    protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
        Begun begun = new Begun(id());
        request.setStartCommand(begun);
        return begun;
    }

    @Override
    protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
        if (!(request.getStartCommand() instanceof Begun begun) || !Structure.mayConnect(draft().network(), begun.from,
                id())) {
            return UnexecutableCommand.INSTANCE;
        }
        String to = id();
        return draft().command(before -> Structure.connect(before, begun.from, to), NLS.bind(Messages.Connect_label,
                begun.from, to));
    }

    @Override
    protected Command getReconnectSourceCommand(ReconnectRequest request) {
        Wire wire = ((WireEditPart) request.getConnectionEditPart()).wire();
        String from = id();
        return command(Structure.reconnectSource(draft().network(), wire.from().id(), wire.to().id(), from), from, wire
                .to().id());
    }

    @Override
    protected Command getReconnectTargetCommand(ReconnectRequest request) {
        Wire wire = ((WireEditPart) request.getConnectionEditPart()).wire();
        String to = id();
        return command(Structure.reconnectTarget(draft().network(), wire.from().id(), wire.to().id(), to), wire.from()
                .id(), to);
    }

    private Command command(Network after, String from, String to) {
        return after == draft().network() ? UnexecutableCommand.INSTANCE
                : draft().command(before -> after, NLS.bind(Messages.Reconnect_label, from, to));
    }
}
