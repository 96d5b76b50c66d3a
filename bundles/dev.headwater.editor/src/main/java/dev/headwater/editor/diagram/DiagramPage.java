package dev.headwater.editor.diagram;

import dev.headwater.core.edit.Diagram;
import dev.headwater.core.edit.Grid;
import dev.headwater.core.edit.Layering;
import dev.headwater.core.edit.Place;
import dev.headwater.core.edit.Structure;
import dev.headwater.core.network.Analysis;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Problem;
import dev.headwater.editor.figures.Measures;
import dev.headwater.editor.figures.Paint;
import dev.headwater.editor.model.NetworkDraft;
import dev.headwater.editor.parts.LayerEditPart;
import dev.headwater.editor.parts.NetworkEditPart;
import dev.headwater.editor.parts.NewLayer;
import dev.headwater.editor.parts.Parts;
import dev.headwater.editor.scene.NodeKey;
import dev.headwater.editor.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.MouseWheelHandler;
import org.eclipse.gef.MouseWheelZoomHandler;
import org.eclipse.gef.commands.CommandStackListener;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite;
import org.eclipse.gef.ui.parts.ScrollingGraphicalViewer;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.themes.IThemeManager;

/** The page on which a network is drawn. */
public final class DiagramPage extends EditorPart {
    /** Marks a widget whose colors are ours: the theme's style sheets leave it alone. */
    public static final String NO_CSS = "org.eclipse.e4.ui.css.disabled";

    /** Between two turns of drawing a large network: what the user does comes first. */
    private static final int PAUSE = 8;

    private final NetworkDraft draft;
    private final Consumer<Problem> showText;
    private final EditDomain domain = new EditDomain();
    private final ScrollingGraphicalViewer viewer = new ScrollingGraphicalViewer();
    private final ScalableFreeformRootEditPart root = new ScalableFreeformRootEditPart();
    private final Runnable redraw = this::draw;
    private final IPropertyChangeListener themes = event -> {
        if (Paint.isOne(event.getProperty()) || event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)) {
            paint();
        }
    };
    private final CommandStackListener history = event -> updateActions();
    private Composite stack;
    private FlyoutPaletteComposite canvas;
    private BrokenPage broken;
    private Actions actions;
    private boolean more;
    private volatile Prepared prepared;

    /** A scene that was made in the background, and what of. */
    private record Prepared(Network network, Analysis analysis, Scene scene) {
    }

    /** A page of this draft; {@code showText} leads to a problem's line in the text. */
    public DiagramPage(NetworkDraft draft, Consumer<Problem> showText) {
        this.draft = draft;
        this.showText = showText;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(Messages.Page_name);
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        domain.setCommandStack(draft.commands());
        canvas = new FlyoutPaletteComposite(stack, SWT.NONE, getSite().getPage(), new PaletteProvider(domain,
                this::add), new PaletteState());
        viewer.createControl(canvas);
        viewer.getControl().setData(NO_CSS, Boolean.TRUE);
        viewer.setRootEditPart(root);
        viewer.setEditPartFactory(new Parts());
        viewer.setKeyHandler(new Keys(this, viewer));
        viewer.setProperty(MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1), MouseWheelZoomHandler.SINGLETON);
        domain.addViewer(viewer);
        domain.setPaletteRoot(LayerPalette.root());
        canvas.setGraphicalControl(viewer.getControl());
        tabFromDiagramToPalette();
        canvas.hookDropTargetListener(viewer);
        viewer.addDropTargetListener(new LayerDrop(viewer));
        viewer.setContents(draft);
        actions = new Actions(draft, viewer);
        viewer.setContextMenu(new DiagramMenu(viewer, this));
        getSite().registerContextMenu(DiagramMenu.ID, viewer.getContextMenu(), viewer);
        getSite().setSelectionProvider(viewer);
        viewer.addSelectionChangedListener(event -> updateActions());
        broken = new BrokenPage(stack, showText);
        draft.commands().addCommandStackListener(history);
        draft.addListener(redraw);
        Grid grid = Measures.grid();
        draft.prepare((network, analysis) -> prepared = new Prepared(network, analysis, Scene.of(network, analysis,
                grid)));
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
        paint();
        top(canvas);
        draw();
    }

    /** The composite would have it the other way round, with its sash between, and Tab lead out of the editor. */
    private void tabFromDiagramToPalette() {
        List<Control> order = new ArrayList<>(List.of(canvas.getChildren()).reversed());
        order.remove(viewer.getControl());
        order.addFirst(viewer.getControl());
        canvas.setTabList(order.toArray(Control[]::new));
    }

    private void paint() {
        if (!viewer.getControl().isDisposed()) {
            viewer.getControl().setBackground(Paint.CANVAS.color());
            broken.paint();
            root.getFigure().repaint();
            viewer.getControl().redraw();
        }
    }

    private void top(Control control) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            stack.layout();
        }
    }

    private void draw() {
        updateActions();
        if (draft.broken() != null) {
            broken.show(draft.broken());
            top(broken);
            return;
        }
        top(canvas);
        if (!draft.isLoaded()) {
            return;
        }
        NetworkEditPart network = network();
        Set<NodeKey> before = new HashSet<>(network.scene().keys());
        boolean first = network.scene() == Scene.EMPTY;
        network.show(present(), Measures.grid());
        showMore();
        if (!first && network.isComplete()) {
            select(network.scene().keys().stream().filter(key -> !before.contains(key)).map(NodeKey::id)
                    .toList());
        }
    }

    private Scene present() {
        Prepared ready = prepared;
        return ready != null && ready.network() == draft.network() && ready.analysis() == draft.analysis()
                ? ready.scene() : Scene.of(draft.network(), draft.analysis(), Measures.grid());
    }

    private void showMore() {
        if (!more && !network().isComplete()) {
            more = true;
            stack.getDisplay().timerExec(PAUSE, () -> {
                if (!stack.isDisposed()) {
                    more = false;
                    network().showMore();
                    showMore();
                }
            });
        }
    }

    /** Whether everything that the draft says is drawn. */
    public boolean isSettled() {
        return !more && (draft.broken() != null || network().isComplete());
    }

    private NetworkEditPart network() {
        return (NetworkEditPart) viewer.getContents();
    }

    /** What is drawn. */
    public Scene scene() {
        return network().scene();
    }

    /** The viewer of the diagram. */
    public GraphicalViewer viewer() {
        return viewer;
    }

    /** The action of this id, or {@code null}. */
    public IAction action(String id) {
        return actions.get(id);
    }

    private void updateActions() {
        if (actions != null) {
            actions.update();
        }
    }

    /** The part of a node, or {@code null}. */
    public LayerEditPart part(String id) {
        return (LayerEditPart) viewer.getEditPartRegistry().get(new NodeKey(id));
    }

    /** Selects a node and scrolls to it; {@code false} if there is none. */
    public boolean reveal(String id) {
        LayerEditPart part = part(id);
        if (part == null) {
            return false;
        }
        if (!viewer.getSelectedEditParts().equals(List.of(part))) {
            viewer.select(part);
        }
        viewer.reveal(part);
        return true;
    }

    /** Selects these nodes and scrolls to the last. */
    public void select(List<String> ids) {
        Set<EditPart> parts = new LinkedHashSet<>();
        ids.forEach(id -> parts.add(part(id)));
        parts.remove(null);
        if (!parts.isEmpty()) {
            viewer.flush();
            viewer.setSelection(new StructuredSelection(List.copyOf(parts)));
            viewer.reveal(List.copyOf(parts).getLast());
        }
    }

    private List<LayerEditPart> selected() {
        List<LayerEditPart> layers = new ArrayList<>();
        for (Object part : viewer.getSelectedEditParts()) {
            if (part instanceof LayerEditPart layer) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** Adds a layer that reads the selected one and stands below it; without one, below everything. */
    void add(NewLayer layer) {
        List<LayerEditPart> selected = selected();
        String from = selected.size() == 1 ? selected.getFirst().key().id() : null;
        draft.run(draft.command(before -> added(before, layer, from), NLS.bind(Messages.Add_label, layer.kind())));
    }

    private Network added(Network before, NewLayer layer, String from) {
        String id = Structure.freeId(before, layer.kind());
        Network after = layer.block() ? Structure.addBlock(before, layer.kind(), id)
                : Structure.add(before, layer.kind(), id);
        Network connected = from == null ? after : Structure.connect(after, from, id);
        if (connected != after && Diagram.places(before).isEmpty() || before.nodes().isEmpty()) {
            return connected;
        }
        Grid grid = network().grid();
        Map<String, Place> places = new HashMap<>(network().scene().places());
        int down = grid.height() + grid.down();
        Place wish = connected != after ? places.get(from).plus(0, down) : new Place(grid.margin(), places.values()
                .stream().mapToInt(Place::y).max().orElse(0) + down);
        places.put(id, Layering.free(places, wish, grid));
        return Diagram.place(connected, places);
    }

    /** Moves the selected layers. */
    boolean move(int dx, int dy) {
        List<LayerEditPart> layers = selected();
        if (!layers.isEmpty()) {
            Map<String, Place> places = new HashMap<>(network().scene().places());
            layers.forEach(layer -> places.put(layer.key().id(), layer.spot().place().plus(dx, dy)));
            draft.run(draft.command(before -> Diagram.place(before, places), layers.size() == 1
                    ? NLS.bind(Messages.Move_label, layers.getFirst().key().id())
                    : NLS.bind(Messages.Move_several_label, layers.size())));
        }
        return true;
    }

    /** Asks for another name of the selected layer. */
    void rename() {
        List<LayerEditPart> layers = selected();
        if (layers.size() != 1) {
            return;
        }
        String id = layers.getFirst().key().id();
        InputDialog dialog = new InputDialog(getSite().getShell(), Messages.Rename_title, NLS.bind(
                Messages.Rename_message, id), id, name -> name.equals(id) || Structure.mayBeCalled(draft.network(),
                        name) ? null : Messages.Rename_wrong);
        if (dialog.open() == Window.OK && !dialog.getValue().equals(id)) {
            String name = dialog.getValue();
            draft.run(draft.command(before -> Structure.rename(before, id, name), NLS.bind(Messages.Rename_label, id)));
        }
    }

    /** Whether there is a network to work on. */
    boolean isWhole() {
        return draft.isLoaded() && draft.broken() == null;
    }

    /** Whether {@link #rename} has something to rename. */
    boolean canRename() {
        return selected().size() == 1;
    }

    /** Changes how large the diagram is. */
    public void zoom(Zoom zoom) {
        ZoomManager manager = root.getZoomManager();
        switch (zoom) {
            case IN -> manager.zoomIn();
            case OUT -> manager.zoomOut();
            case FULL -> manager.setZoom(1);
            case FIT -> manager.setZoomAsText(ZoomManager.FIT_ALL);
        }
    }

    /** Where a node is on the screen; {@code null} if it is not drawn. */
    public org.eclipse.swt.graphics.Rectangle screenBounds(String id) {
        LayerEditPart part = part(id);
        if (part == null) {
            return null;
        }
        Rectangle bounds = part.getFigure().getBounds().getCopy();
        part.getFigure().translateToAbsolute(bounds);
        return viewer.getControl().getDisplay().map(viewer.getControl(), null, bounds.x, bounds.y, bounds.width,
                bounds.height);
    }

    @Override
    public void setFocus() {
        if (draft.broken() != null) {
            broken.setFocus();
        } else {
            viewer.getControl().setFocus();
        }
    }

    @Override
    public void dispose() {
        draft.commands().removeCommandStackListener(history);
        draft.removeListener(redraw);
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
        domain.setActiveTool(null);
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // the text page saves
    }

    @Override
    public void doSaveAs() {
        // the text page saves
    }

    @Override
    public boolean isDirty() {
        return false; // the text page knows
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }
}
