package dev.headwater.editor.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** The markers of network files. */
public final class ProblemMarkers {
    /** The type of the markers. */
    public static final String TYPE = "dev.headwater.editor.problem"; //$NON-NLS-1$
    /** The attribute that names the node, {@code stage1.3/a} inside a repeated block. */
    public static final String NODE = "dev.headwater.node"; //$NON-NLS-1$

    private ProblemMarkers() {
    }

    /** Makes the file's markers say this; those that say it already are not touched. */
    static void update(IFile file, List<Mark> marks) throws CoreException {
        List<Map<String, Object>> wanted = new ArrayList<>();
        marks.forEach(mark -> wanted.add(mark.attributes()));
        for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
            if (!wanted.remove(marker.getAttributes())) {
                marker.delete();
            }
        }
        for (Map<String, Object> attributes : wanted) {
            file.createMarker(TYPE, attributes);
        }
    }
}
