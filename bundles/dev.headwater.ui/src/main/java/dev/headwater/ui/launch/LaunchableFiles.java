package dev.headwater.ui.launch;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.debug.ui.actions.ILaunchable;

/**
 * Lets context menus of files show Run As. The debug platform only asks whether such an adapter is declared; which
 * shortcuts are offered then is told by their own conditions.
 */
public final class LaunchableFiles implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object object, Class<T> type) {
        return null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ILaunchable.class};
    }
}
