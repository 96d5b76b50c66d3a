package dev.headwater.editor.diagram;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;

/** An action on the diagram whose words and readiness depend on what is selected or was done. */
final class DiagramAction extends Action {
    private final Supplier<String> words;
    private final BooleanSupplier ready;
    private final Runnable deed;

    DiagramAction(String id, Supplier<String> words, ImageDescriptor icon, BooleanSupplier ready, Runnable deed) {
        this.words = words;
        this.ready = ready;
        this.deed = deed;
        setId(id);
        setImageDescriptor(icon);
        update();
    }

    void update() {
        setText(words.get());
        setEnabled(ready.getAsBoolean());
    }

    @Override
    public void run() {
        if (ready.getAsBoolean()) {
            deed.run();
        }
    }
}
