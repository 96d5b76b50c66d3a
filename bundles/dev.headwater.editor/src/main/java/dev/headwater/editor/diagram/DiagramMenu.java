package dev.headwater.editor.diagram;

import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.Blocks;
import dev.headwater.editor.parts.NewLayer;
import dev.headwater.editor.scene.Family;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.gef.ContextMenuProvider;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;

/** The context menu of the diagram, the same wherever it is opened. */
final class DiagramMenu extends ContextMenuProvider {
    static final String ID = "dev.headwater.editor.network.diagram";

    private final DiagramPage page;

    DiagramMenu(EditPartViewer viewer, DiagramPage page) {
        super(viewer);
        this.page = page;
    }

    @Override
    public void buildContextMenu(IMenuManager menu) {
        MenuManager add = new MenuManager(Messages.Add);
        Map<Family, MenuManager> families = new EnumMap<>(Family.class);
        for (String kind : Layers.ALL.names()) {
            families.computeIfAbsent(Family.of(kind), DiagramMenu::submenu)
                    .add(adding(new NewLayer(kind, false), Icons.ofLayer(kind)));
        }
        for (String block : Blocks.ALL.keySet()) {
            families.computeIfAbsent(Family.BLOCK, DiagramMenu::submenu)
                    .add(adding(new NewLayer(block, true), Icons.of("block")));
        }
        families.values().forEach(add::add);
        menu.add(add);
        for (String[] group : new String[][] {{ActionFactory.UNDO.getId(), ActionFactory.REDO.getId()}, {
                ActionFactory.CUT.getId(), ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(), Actions.DUPLICATE,
                ActionFactory.DELETE.getId()}, {Actions.ARRANGE}}) {
            menu.add(new Separator());
            for (String id : group) {
                menu.add(page.action(id));
            }
        }
        Action rename = new Action(Messages.Rename) {
            @Override
            public void run() {
                page.rename();
            }
        };
        rename.setEnabled(page.canRename());
        menu.add(rename);
        MenuManager zoom = new MenuManager(Messages.Zoom);
        for (Zoom step : Zoom.values()) {
            zoom.add(ZoomAction.of(step, () -> page));
        }
        menu.add(zoom);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private static MenuManager submenu(Family family) {
        return new MenuManager(LayerPalette.name(family));
    }

    private Action adding(NewLayer layer, ImageDescriptor icon) {
        return new Action(layer.kind(), icon) {
            @Override
            public void run() {
                page.add(layer);
            }

            @Override
            public boolean isEnabled() {
                return page.isWhole();
            }
        };
    }
}
