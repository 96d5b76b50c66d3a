package dev.headwater.editor.diagram;

import dev.headwater.core.catalog.Entry;
import dev.headwater.core.layer.Layer;
import dev.headwater.core.layer.Layers;
import dev.headwater.core.network.Blocks;
import dev.headwater.editor.parts.NewLayer;
import dev.headwater.editor.scene.Family;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.gef.palette.CombinedTemplateCreationEntry;
import org.eclipse.gef.palette.ConnectionCreationToolEntry;
import org.eclipse.gef.palette.MarqueeToolEntry;
import org.eclipse.gef.palette.PaletteDrawer;
import org.eclipse.gef.palette.PaletteGroup;
import org.eclipse.gef.palette.PaletteRoot;
import org.eclipse.gef.palette.SelectionToolEntry;

/** The palette: tools, then every layer of the catalog by family, then the blocks that the product knows. */
final class LayerPalette {
    private LayerPalette() {
    }

    static PaletteRoot root() {
        PaletteRoot root = new PaletteRoot();
        PaletteGroup tools = new PaletteGroup(Messages.Palette_tools);
        SelectionToolEntry select = new SelectionToolEntry(Messages.Palette_select);
        tools.add(select);
        tools.add(new MarqueeToolEntry(Messages.Palette_marquee));
        ConnectionCreationToolEntry connect = new ConnectionCreationToolEntry(Messages.Palette_connect,
                Messages.Palette_connect_about, null, Icons.of("connect"), Icons.of("connect"));
        tools.add(connect);
        root.add(tools);
        root.setDefaultEntry(select);
        Map<Family, PaletteDrawer> drawers = new EnumMap<>(Family.class);
        for (Entry<Layer> entry : Layers.ALL.entries()) {
            drawers.computeIfAbsent(Family.of(entry.name()), LayerPalette::drawer).add(entry(entry));
        }
        Blocks.ALL.forEach((name, ready) -> drawers.computeIfAbsent(Family.BLOCK, LayerPalette::drawer)
                .add(block(name, ready.about())));
        drawers.values().forEach(root::add);
        return root;
    }

    private static CombinedTemplateCreationEntry entry(Entry<Layer> entry) {
        NewLayer layer = new NewLayer(entry.name(), false);
        return new CombinedTemplateCreationEntry(entry.name(), entry.about(), layer, layer, Icons.ofLayer(entry.name()),
                Icons.ofLayer(entry.name()));
    }

    /** The families that every network needs stand open; more would squeeze each other where the editor is low. */
    private static PaletteDrawer drawer(Family family) {
        PaletteDrawer drawer = new PaletteDrawer(name(family));
        drawer.setInitialState(family.compareTo(Family.DENSE) <= 0 ? PaletteDrawer.INITIAL_STATE_OPEN
                : PaletteDrawer.INITIAL_STATE_CLOSED);
        return drawer;
    }

    private static CombinedTemplateCreationEntry block(String name, String about) {
        NewLayer block = new NewLayer(name, true);
        return new CombinedTemplateCreationEntry(name, about, block, block, Icons.of("block"), Icons.of("block"));
    }

    /** What palette and menu call a family. */
    static String name(Family family) {
        return switch (family) {
            case INPUT -> Messages.Family_input;
            case DENSE -> Messages.Family_dense;
            case ACTIVATION -> Messages.Family_activation;
            case JOIN -> Messages.Family_join;
            case SHAPE -> Messages.Family_shape;
            case CONVOLUTION -> Messages.Family_convolution;
            case RECURRENT -> Messages.Family_recurrent;
            case ATTENTION -> Messages.Family_attention;
            case NORMALIZATION -> Messages.Family_normalization;
            case REGULARIZATION -> Messages.Family_regularization;
            case BLOCK -> Messages.Family_block;
            case OTHER -> Messages.Family_other;
        };
    }
}
