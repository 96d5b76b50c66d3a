package dev.headwater.editor.diagram;

import dev.headwater.editor.parts.NewLayer;
import java.util.function.Consumer;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.dnd.TemplateTransferDragSourceListener;
import org.eclipse.gef.palette.CombinedTemplateCreationEntry;
import org.eclipse.gef.ui.palette.PaletteViewer;
import org.eclipse.gef.ui.palette.PaletteViewerProvider;
import org.eclipse.swt.SWT;

/** Makes the palette's viewer: its entries can be dragged, and Enter adds a layer without the mouse. */
final class PaletteProvider extends PaletteViewerProvider {
    private final Consumer<NewLayer> add;

    PaletteProvider(EditDomain domain, Consumer<NewLayer> add) {
        super(domain);
        this.add = add;
    }

    @Override
    protected void configurePaletteViewer(PaletteViewer palette) {
        super.configurePaletteViewer(palette);
        palette.addDragSourceListener(new TemplateTransferDragSourceListener(palette));
    }

    @Override
    protected void hookPaletteViewer(PaletteViewer palette) {
        super.hookPaletteViewer(palette);
        palette.getControl().addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                enter(palette);
            }
        });
    }

    private void enter(PaletteViewer palette) {
        EditPart focus = palette.getFocusEditPart();
        if (focus != null && focus.getModel() instanceof CombinedTemplateCreationEntry entry
                && entry.getTemplate() instanceof NewLayer layer) {
            // The key chose the entry as the tool as well: the layer is made, so nothing is to be placed any more.
            palette.setActiveTool(null);
            add.accept(layer);
        }
    }
}
