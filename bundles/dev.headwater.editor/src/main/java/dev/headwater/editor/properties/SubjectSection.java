package dev.headwater.editor.properties;

import dev.headwater.core.edit.Subject;
import dev.headwater.core.network.Node;
import dev.headwater.editor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/**
 * The settings of the selected nodes, or of a part of the whole design. Which one says the extension after the class
 * name: {@code node}, {@code recipe} or {@code data}.
 */
public final class SubjectSection extends AbstractPropertySection implements IExecutableExtension {
    private final SheetInput input = new SheetInput(this::refresh);
    private String part = "node"; //$NON-NLS-1$
    private TabbedPropertySheetPage page;
    private SlotForm form;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        if (data instanceof String text) {
            part = text;
        }
    }

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        page = sheet;
        parent.setLayout(new FillLayout());
        form = new SlotForm(parent, getWidgetFactory());
        form.whenGrown(page::resizeScrolledComposite);
    }

    @Override
    public void setInput(IWorkbenchPart selected, ISelection selection) {
        finish();
        super.setInput(selected, selection);
        input.set(selection);
    }

    @Override
    public void refresh() {
        if (form == null || form.body().isDisposed()) {
            return;
        }
        NetworkModel model = input.model();
        if (form.show(model == null ? List.of() : slots(model))) {
            page.resizeScrolledComposite();
        }
    }

    private List<Slot> slots(NetworkModel model) {
        return switch (part) {
            case "recipe" -> recipe(model); //$NON-NLS-1$
            case "data" -> FieldSlot.of(model, List.of(new Subject.DataSubject()), Messages.subjectData); //$NON-NLS-1$
            default -> nodes(model, input.subjects());
        };
    }

    /** What is recorded costs time, which is said where it is set. */
    private static List<Slot> recipe(NetworkModel model) {
        List<Slot> slots = new ArrayList<>();
        for (Slot slot : FieldSlot.of(model, List.of(new Subject.RecipeSubject()), Messages.subjectRecipe)) {
            slots.add(slot);
            if (slot instanceof FieldSlot one && one.field().path().equals(List.of("probe"))) { //$NON-NLS-1$
                slots.add(CostSlot.of(model));
            }
        }
        return slots;
    }

    private static List<Slot> nodes(NetworkModel model, List<Subject.NodeSubject> subjects) {
        List<Slot> slots = new ArrayList<>();
        if (subjects.size() == 1) {
            Node node = NodeFacts.node(model.network(), subjects.getFirst());
            if (node.block()) {
                slots.add(new RepeatSlot(model, subjects.getFirst(), node));
            }
        }
        slots.addAll(FieldSlot.of(model, subjects, subjects.size() == 1 ? subjects.getFirst().id()
                : NLS.bind(Messages.sheetSeveral, subjects.size())));
        return slots;
    }

    private void finish() {
        if (form != null && !form.body().isDisposed()) {
            form.finish();
        }
    }

    @Override
    public void aboutToBeHidden() {
        finish();
    }

    @Override
    public void dispose() {
        input.dispose();
        super.dispose();
    }
}
