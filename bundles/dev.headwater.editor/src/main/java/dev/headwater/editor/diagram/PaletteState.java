package dev.headwater.editor.diagram;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.draw2d.PositionConstants;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite.FlyoutPreferences;

/** Where the palette stands and how wide it is, remembered in the workspace. */
final class PaletteState implements FlyoutPreferences {
    private static final String PREFIX = "palette.";
    private static final int WIDTH = 150;

    private final IEclipsePreferences store = InstanceScope.INSTANCE.getNode("dev.headwater.editor");

    @Override
    public int getDockLocation() {
        return store.getInt(PREFIX + "dock", PositionConstants.EAST);
    }

    @Override
    public int getPaletteState() {
        return store.getInt(PREFIX + "state", FlyoutPaletteComposite.STATE_PINNED_OPEN);
    }

    @Override
    public int getPaletteWidth() {
        return store.getInt(PREFIX + "width", WIDTH);
    }

    @Override
    public void setDockLocation(int location) {
        store.putInt(PREFIX + "dock", location);
    }

    @Override
    public void setPaletteState(int state) {
        store.putInt(PREFIX + "state", state);
    }

    @Override
    public void setPaletteWidth(int width) {
        store.putInt(PREFIX + "width", width);
    }
}
