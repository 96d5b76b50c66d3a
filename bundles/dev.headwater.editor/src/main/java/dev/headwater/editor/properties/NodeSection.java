package dev.headwater.editor.properties;

import dev.headwater.core.edit.Subject.NodeSubject;
import dev.headwater.editor.model.NetworkModel;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** The head of a node's sheet: its name, what it is, and what follows from the design. */
public final class NodeSection extends AbstractPropertySection {
    private final SheetInput input = new SheetInput(this::refresh);
    private SlotForm name;
    private Label kind;
    private Label reads;
    private Label shape;
    private Label parameters;

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        parent.setLayout(new GridLayout());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        name = new SlotForm(parent, getWidgetFactory());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name.body());
        Composite facts = getWidgetFactory().createComposite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 0).spacing(6, 2).applyTo(facts);
        kind = fact(facts, Messages.kindLayer);
        reads = fact(facts, Messages.reads);
        shape = fact(facts, Messages.outputShape);
        parameters = fact(facts, Messages.parameters);
    }

    private Label fact(Composite parent, String name) {
        Label label = getWidgetFactory().createLabel(parent, NLS.bind(Messages.labelColon, name));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING)
                .hint(Icons.labelWidth(label), SWT.DEFAULT).applyTo(label);
        Label fact = getWidgetFactory().createLabel(parent, "", SWT.WRAP); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).hint(Row.CONTROL_WIDTH, SWT.DEFAULT)
                .indent(Icons.decorationWidth(), 0).applyTo(fact);
        return fact;
    }

    @Override
    public void setInput(IWorkbenchPart selected, ISelection selection) {
        if (name != null && !name.body().isDisposed()) {
            name.finish();
        }
        super.setInput(selected, selection);
        input.set(selection);
    }

    @Override
    public void refresh() {
        if (name == null || name.body().isDisposed()) {
            return;
        }
        NetworkModel model = input.model();
        List<NodeSubject> subjects = model == null ? List.of() : input.subjects();
        NodeSubject subject = subjects.size() == 1 ? subjects.getFirst() : null;
        name.show(subject == null || !subject.block().isEmpty() ? List.of() : List.of(new NameSlot(model, subject,
                input::renamed)));
        NodeFacts facts = model == null || subject == null ? NodeFacts.NONE : NodeFacts.of(model.network(), model
                .analysis(), subject);
        if (set(kind, facts.kind()) | set(reads, facts.reads()) | set(shape, facts.shape())
                | set(parameters, facts.parameters())) {
            kind.requestLayout();
        }
    }

    private static boolean set(Label label, String value) {
        // An ampersand would be taken for the mark of a mnemonic.
        String shown = value.replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
        if (label.getText().equals(shown)) {
            return false;
        }
        label.setText(shown);
        return true;
    }

    @Override
    public void aboutToBeHidden() {
        if (name != null && !name.body().isDisposed()) {
            name.finish();
        }
    }

    @Override
    public void dispose() {
        input.dispose();
        super.dispose();
    }
}
