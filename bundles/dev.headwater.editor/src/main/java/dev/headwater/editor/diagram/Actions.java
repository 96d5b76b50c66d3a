package dev.headwater.editor.diagram;

import dev.headwater.core.edit.Clipping;
import dev.headwater.core.edit.Diagram;
import dev.headwater.core.edit.Place;
import dev.headwater.core.edit.Structure;
import dev.headwater.core.network.Network;
import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.parts.LayerEditPart;
import dev.headwater.editor.parts.NetworkEditPart;
import dev.headwater.editor.parts.WireEditPart;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.Command;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;

/** What can be done with the diagram, by the ids of the workbench's actions where it has them. */
final class Actions {
    /** Lets the diagram arrange itself. */
    static final String ARRANGE = "dev.headwater.editor.arrange";
    /** Puts a copy beside what is selected. */
    static final String DUPLICATE = "dev.headwater.editor.duplicate";
    private static final int ASIDE = 24;

    private final NetworkDraft draft;
    private final GraphicalViewer viewer;
    private final Map<String, DiagramAction> actions = new LinkedHashMap<>();

    Actions(NetworkDraft draft, GraphicalViewer viewer) {
        this.draft = draft;
        this.viewer = viewer;
        add(ActionFactory.UNDO.getId(), () -> labeled(Messages.Undo, draft.commands().getUndoCommand()), shared(
                ISharedImages.IMG_TOOL_UNDO), () -> whole() && draft.commands().canUndo(), () -> draft
                        .commands().undo());
        add(ActionFactory.REDO.getId(), () -> labeled(Messages.Redo, draft.commands().getRedoCommand()), shared(
                ISharedImages.IMG_TOOL_REDO), () -> whole() && draft.commands().canRedo(), () -> draft
                        .commands().redo());
        add(ActionFactory.CUT.getId(), () -> Messages.Cut, shared(ISharedImages.IMG_TOOL_CUT), this::anyLayer, () -> {
            copy();
            delete(Messages.Cut_one_label, Messages.Cut_several_label);
        });
        add(ActionFactory.COPY.getId(), () -> Messages.Copy, shared(ISharedImages.IMG_TOOL_COPY), this::anyLayer,
                this::copy);
        add(ActionFactory.PASTE.getId(), () -> Messages.Paste, shared(ISharedImages.IMG_TOOL_PASTE), this::whole,
                this::paste);
        add(DUPLICATE, () -> Messages.Duplicate, null, this::anyLayer, () -> insert(selected(),
                Messages.Duplicate_label));
        add(ActionFactory.DELETE.getId(), () -> Messages.Delete, shared(ISharedImages.IMG_TOOL_DELETE),
                () -> anyLayer() || anyWire(), () -> delete(Messages.Delete_one_label, Messages.Delete_several_label));
        add(ActionFactory.SELECT_ALL.getId(), () -> Messages.SelectAll, null, this::whole, this::selectAll);
        add(ARRANGE, () -> Messages.Arrange, Icons.of("arrange"), () -> whole() && !Diagram.places(draft.network())
                .isEmpty(),
                () -> draft.run(draft.command(Diagram::arrange, Messages.Arrange_label)));
    }

    private void add(String id, Supplier<String> words, ImageDescriptor icon, BooleanSupplier ready, Runnable deed) {
        actions.put(id, new DiagramAction(id, words, icon, ready, deed));
    }

    private static ImageDescriptor shared(String key) {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(key);
    }

    private static String labeled(String words, Command command) {
        return NLS.bind(words, command == null || command.getLabel() == null ? "" : command.getLabel()).trim();
    }

    IAction get(String id) {
        return actions.get(id);
    }

    void update() {
        actions.values().forEach(DiagramAction::update);
    }

    private List<?> selection() {
        return viewer.getSelectedEditParts();
    }

    private boolean whole() {
        return draft.broken() == null;
    }

    private boolean anyLayer() {
        return whole() && selection().stream().anyMatch(LayerEditPart.class::isInstance);
    }

    private boolean anyWire() {
        return whole() && selection().stream().anyMatch(WireEditPart.class::isInstance);
    }

    private Set<String> layers() {
        Set<String> ids = new LinkedHashSet<>();
        for (Object part : selection()) {
            if (part instanceof LayerEditPart layer) {
                ids.add(layer.key().id());
            }
        }
        return ids;
    }

    private Map<String, Place> places() {
        return ((NetworkEditPart) viewer.getContents()).scene().places();
    }

    private Clipping selected() {
        return Clipping.of(draft.network(), layers(), places());
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(viewer.getControl().getDisplay());
        try {
            clipboard.setContents(new Object[] {selected().text()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private void paste() {
        Clipboard clipboard = new Clipboard(viewer.getControl().getDisplay());
        try {
            Clipping clipping = Clipping.read((String) clipboard.getContents(TextTransfer.getInstance()));
            if (clipping != null) {
                insert(clipping, clipping.size() == 1 ? Messages.Paste_one_label
                        : NLS.bind(Messages.Paste_several_label, clipping.size()));
            }
        } finally {
            clipboard.dispose();
        }
    }

    /** Beside where it came from, and farther while something stands there already. */
    private void insert(Clipping clipping, String label) {
        Map<String, Place> places = places();
        int aside = ASIDE;
        while (clipping.covers(places.values(), aside)) {
            aside += ASIDE;
        }
        int distance = aside;
        draft.run(draft.command(before -> clipping.into(Diagram.place(before, places), distance, distance).network(),
                label));
    }

    private void delete(String one, String several) {
        Set<String> ids = layers();
        List<WireEditPart> wires = selection().stream().filter(WireEditPart.class::isInstance)
                .map(WireEditPart.class::cast).toList();
        if (ids.isEmpty() && wires.isEmpty()) {
            return;
        }
        String label = ids.isEmpty() ? Messages.Disconnect_label
                : ids.size() == 1 ? NLS.bind(one, ids.iterator().next()) : NLS.bind(several, ids.size());
        // Layers whose connection is gone shall not jump to where the arrangement has those that read nothing.
        Map<String, Place> places = wires.isEmpty() ? Map.of() : places();
        draft.run(draft.command(before -> {
            Network after = places.isEmpty() ? before : Diagram.place(before, places);
            for (WireEditPart wire : wires) {
                after = Structure.disconnect(after, wire.wire().from().id(), wire.wire().to().id());
            }
            return Structure.delete(after, ids);
        }, label));
    }

    private void selectAll() {
        viewer.setSelection(new StructuredSelection(viewer.getContents().getChildren()));
    }
}
