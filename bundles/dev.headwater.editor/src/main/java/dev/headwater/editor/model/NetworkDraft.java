package dev.headwater.editor.model;

import dev.headwater.core.json.Json;
import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.core.network.Node;
import dev.headwater.core.network.Problem;
import dev.headwater.core.network.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.swt.widgets.Display;

/**
 * The design behind one editor, in step with the document that holds its text. The document is what is saved; an edit
 * of the design rewrites it, and a change of the text is read, a moment later and in the background, as one more edit.
 * So both pages' histories are complete, and neither can lose what the other did.
 */
public final class NetworkDraft implements NetworkModel, IDocumentListener {
    /** Typing is read once it pauses so long. */
    private static final int PAUSE = 300;
    private static final Version NOTHING = new Version(new Network(Network.FORMAT, List.of(), Map.of(), List.of(),
            Json.Obj.EMPTY, Recipe.byDefault(), Json.Obj.EMPTY, Json.Obj.EMPTY, Json.Obj.EMPTY), "", -1);

    private final Display display;
    private final CommandStack commands = new CommandStack();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final BooleanSupplier mayEdit;
    private final Runnable pause = this::read;
    private volatile BiConsumer<Network, Analysis> preparation = (network, found) -> {};
    private IDocument document;
    private Path file;
    private String name = "";
    private Version version = NOTHING;
    private Analysis analysis = Analysis.NONE;
    private Problem broken;
    private boolean loaded;
    private boolean writing;
    private boolean disposed;
    private int changes;
    private int read;

    /** A draft of nothing yet. {@code mayEdit} asks whether the file may be changed, and the user where it may not. */
    public NetworkDraft(Display display, BooleanSupplier mayEdit) {
        this.display = display;
        this.mayEdit = mayEdit;
    }

    /** Takes a document as the text from now on; {@code called} is the file's name in messages. */
    public void open(IDocument text, Path path, String called) {
        file = path;
        name = called;
        if (document != text) {
            if (document != null) {
                document.removeDocumentListener(this);
            }
            document = text;
            document.addDocumentListener(this);
            changes++;
            read();
        } else {
            changed();
        }
    }

    /** Has this done in the background with whatever was read, before anybody is told of it. */
    public void prepare(BiConsumer<Network, Analysis> work) {
        preparation = work;
    }

    /** Lets go of the document. */
    public void dispose() {
        disposed = true;
        if (document != null) {
            document.removeDocumentListener(this);
        }
        listeners.clear();
        commands.dispose();
    }

    @Override
    public Network network() {
        return version.network();
    }

    @Override
    public Analysis analysis() {
        return analysis;
    }

    /** Why the text is no network now; {@code null} if it is one. */
    public Problem broken() {
        return broken;
    }

    /** Whether the text was read, once at least. */
    public boolean isLoaded() {
        return loaded;
    }

    /** Whether everything typed was read and everything that follows is known. */
    public boolean isSettled() {
        return loaded && read == changes;
    }

    /** The history of all edits. */
    public CommandStack commands() {
        return commands;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void replace(Network after, String label) {
        // The source tells which settings of the recipe are said, which two equal networks may differ in.
        if (!after.equals(network()) || !after.source().equals(network().source())) {
            run(command(network -> after, label));
        }
    }

    /** A command that edits what the design is by then. */
    public Command command(UnaryOperator<Network> edit, String label) {
        return new ReplaceNetwork(this, label, before -> new Version(edit.apply(before.network()), null, -1));
    }

    /** Does a command unless the text is broken or the file may not be changed. */
    public void run(Command command) {
        if (isEditable() && mayEdit.getAsBoolean()) {
            commands.execute(command);
        }
    }

    /** Whether there is a design that can be edited; reads what was typed if that is still to be done. */
    public boolean isEditable() {
        if (loaded && read != changes && document != null && !document.get().equals(version.text())) {
            accept(reading().read());
        }
        return loaded && broken == null;
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    Version version() {
        return version;
    }

    /** Makes a version the present one, and the document hold its text; gives it back with text and stamp filled in. */
    Version show(Version wanted) {
        String text = wanted.text() == null ? text(wanted.network()) : wanted.text();
        long stamp = wanted.stamp();
        if (stamp < 0 || !document.get().equals(text) || TextChange.stamp(document) != stamp) {
            writing = true;
            try {
                stamp = TextChange.apply(document, text, stamp);
            } catch (BadLocationException e) {
                throw new IllegalStateException(e); // the places were counted in this very text
            } finally {
                writing = false;
            }
        }
        version = new Version(wanted.network(), text, stamp);
        broken = null;
        changed();
        return version;
    }

    private String text(Network network) {
        String text = NetworkFile.write(network);
        String delimiter = TextUtilities.getDefaultLineDelimiter(document);
        return delimiter.equals("\n") ? text : text.replace("\n", delimiter);
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // what it was does not matter
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        changes++;
        display.timerExec(writing ? 0 : PAUSE, pause);
    }

    /** Reads what was typed without waiting for a pause. */
    public void hurry() {
        if (read != changes) {
            display.timerExec(0, pause);
        }
    }

    private Reading reading() {
        return new Reading(Messages.Reading_title, changes, name, document.get(), TextChange.stamp(document),
                result -> {
                    if (result.parsed().network() != null) {
                        preparation.accept(result.parsed().network(), result.analysis());
                    }
                    display.asyncExec(() -> accept(result));
                });
    }

    private void read() {
        if (!disposed && document != null) {
            reading().schedule();
        }
    }

    private void accept(Reading.Result result) {
        if (disposed || result.number() != changes || read == changes && loaded) {
            return;
        }
        read = changes;
        loaded = true;
        analysis = result.analysis();
        Network network = result.parsed().network();
        if (network == null) {
            broken = result.parsed().problems().getFirst();
            changed();
            return;
        }
        broken = null;
        if (version == NOTHING) { // nothing that undo could bring back
            version = new Version(network, result.text(), result.stamp());
            changed();
        } else if (result.text().equals(version.text())) {
            // Loaded anew perhaps, for others touched the file: what undo comes back to is what is saved now.
            version = new Version(version.network(), result.text(), result.stamp());
            changed();
        } else {
            Version typed = new Version(known(network), result.text(), result.stamp());
            commands.execute(new ReplaceNetwork(this, Messages.EditText_label, before -> typed));
        }
    }

    /** The network with the nodes that did not change being the very same objects. */
    private Network known(Network typed) {
        Map<Node, Node> old = new HashMap<>();
        network().nodes().forEach(node -> old.put(node, node));
        List<Node> nodes = new ArrayList<>();
        typed.nodes().forEach(node -> nodes.add(old.getOrDefault(node, node)));
        return new Network(typed.format(), nodes, typed.blocks(), typed.losses(), typed.data(), typed.recipe(),
                typed.diagram(), typed.unknown(), typed.source());
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
