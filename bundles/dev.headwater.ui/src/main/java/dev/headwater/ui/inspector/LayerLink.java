package dev.headwater.ui.inspector;

import dev.headwater.core.network.LayerReference;
import dev.headwater.core.telemetry.LayerRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;

/**
 * The inspector's part in the workbench's selection: it tells which layer the user selected here, and takes over a layer
 * that is selected elsewhere. What it takes over it does not tell, so two parts never answer each other for ever.
 */
final class LayerLink implements ISelectionProvider, ISelectionListener {
    private final IWorkbenchPart part;
    private final Supplier<List<LayerRow>> layers;
    private final Supplier<Path> file;
    private final Consumer<String> taken;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /**
     * A link.
     *
     * @param layers the layers of the shown run
     * @param file its network file, or {@code null}
     * @param taken told a layer that was selected elsewhere
     */
    LayerLink(IWorkbenchPart part, Supplier<List<LayerRow>> layers, Supplier<Path> file, Consumer<String> taken) {
        this.part = part;
        this.layers = layers;
        this.file = file;
        this.taken = taken;
    }

    /** Tells that the user selected a layer here. */
    void tell(String layer) {
        IStructuredSelection now = layer == null ? StructuredSelection.EMPTY
                : new StructuredSelection(new LayerReference(file.get(), layer));
        if (now.equals(selection)) {
            return;
        }
        selection = now;
        for (ISelectionChangedListener listener : listeners) {
            listener.selectionChanged(new SelectionChangedEvent(this, now));
        }
    }

    @Override
    public void selectionChanged(IWorkbenchPart from, ISelection selected) {
        if (from == part || !(selected instanceof IStructuredSelection structured) || structured.isEmpty()) {
            return;
        }
        LayerReference reference = Adapters.adapt(structured.getFirstElement(), LayerReference.class);
        if (reference != null && sameFile(reference)) {
            String layer = find(reference, layers.get(), current());
            if (layer != null && !layer.equals(current())) {
                selection = new StructuredSelection(new LayerReference(file.get(), layer));
                taken.accept(layer);
            }
        }
    }

    private boolean sameFile(LayerReference reference) {
        return reference.file() == null || file.get() == null || Objects.equals(reference.file(), file.get());
    }

    /** The layer that a reference names; of a block, the current one if it belongs to it, else its first. */
    static String find(LayerReference reference, List<LayerRow> layers, String current) {
        String first = null;
        for (LayerRow layer : layers) {
            String id = layer.id();
            if (id.equals(reference.node())) {
                return id;
            }
            if (new LayerReference(null, id).top().equals(reference.node()) && (first == null || id.equals(current))) {
                first = id;
            }
        }
        return first;
    }

    private String current() {
        return selection.getFirstElement() instanceof LayerReference reference ? reference.node() : null;
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection selected) {
        if (selected instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof LayerReference reference) {
            taken.accept(reference.node());
            tell(reference.node());
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
