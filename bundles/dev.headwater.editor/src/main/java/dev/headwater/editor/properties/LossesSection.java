package dev.headwater.editor.properties;

import dev.headwater.core.edit.Settings;
import dev.headwater.core.edit.Subject.LossSubject;
import dev.headwater.core.loss.MeanSquaredError;
import dev.headwater.core.network.LossAt;
import dev.headwater.core.network.Network;
import dev.headwater.core.network.Node;
import dev.headwater.editor.model.NetworkModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.tabbed.AbstractPropertySection;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

/** The losses of a design: a form and a button to remove it for each, and a button that adds one. */
public final class LossesSection extends AbstractPropertySection {
    private final SheetInput input = new SheetInput(this::refresh);
    private final List<SlotForm> forms = new ArrayList<>();
    private TabbedPropertySheetPage page;
    private Composite body;
    private Composite list;
    private Label none;
    private Icons icons;

    @Override
    public void createControls(Composite parent, TabbedPropertySheetPage sheet) {
        super.createControls(parent, sheet);
        page = sheet;
        body = getWidgetFactory().createComposite(parent);
        parent.setLayout(new FillLayout());
        GridLayoutFactory.fillDefaults().margins(0, 4).applyTo(body);
        icons = new Icons(body);
        none = getWidgetFactory().createLabel(body, Messages.noLosses, SWT.WRAP);
        GridDataFactory.fillDefaults().indent(6, 0).applyTo(none);
        list = getWidgetFactory().createComposite(body);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        Button add = new Button(body, SWT.PUSH);
        add.setText(Messages.addLoss);
        add.addListener(SWT.Selection, event -> add());
        GridDataFactory.swtDefaults().indent(6, 4).applyTo(add);
    }

    private void add() {
        NetworkModel model = input.model();
        if (model != null && !model.network().nodes().isEmpty()) {
            String node = unjudged(model.network());
            model.replace(Settings.addLoss(model.network(), node, new MeanSquaredError()),
                    NLS.bind(Messages.addLossLabel, node));
        }
    }

    /** The last node that nobody reads and no loss judges; else the last. */
    private static String unjudged(Network network) {
        Set<String> busy = new HashSet<>();
        network.nodes().forEach(node -> busy.addAll(node.from()));
        network.losses().forEach(loss -> busy.add(loss.node()));
        return network.nodes().reversed().stream().map(Node::id).filter(id -> !busy.contains(id)).findFirst()
                .orElse(network.nodes().getLast().id());
    }

    @Override
    public void setInput(IWorkbenchPart selected, ISelection selection) {
        finish();
        super.setInput(selected, selection);
        input.set(selection);
    }

    @Override
    public void refresh() {
        if (body == null || body.isDisposed()) {
            return;
        }
        NetworkModel model = input.model();
        List<LossAt> losses = model == null ? List.of() : model.network().losses();
        boolean resized = forms.size() != losses.size();
        if (resized) {
            rebuild(losses.size());
        }
        for (int i = 0; i < losses.size(); i++) {
            String title = losses.get(i).node().isEmpty() ? Messages.subjectLoss : losses.get(i).node();
            resized |= forms.get(i).show(FieldSlot.of(model, List.of(new LossSubject(i)), title));
        }
        if (resized) {
            body.layout(true, true);
            page.resizeScrolledComposite();
        }
    }

    private void rebuild(int count) {
        forms.clear();
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        for (int i = 0; i < count; i++) {
            int index = i;
            SlotForm form = new SlotForm(list, getWidgetFactory());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(form.body());
            forms.add(form);
            Button remove = new Button(list, SWT.PUSH);
            remove.setImage(icons.remove());
            remove.setToolTipText(Messages.removeLoss);
            remove.addListener(SWT.Selection, event -> remove(index));
            GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 4).applyTo(remove);
        }
        none.setVisible(count == 0);
        GridDataFactory.fillDefaults().indent(6, 0).exclude(count > 0).applyTo(none);
    }

    private void remove(int index) {
        NetworkModel model = input.model();
        if (model != null && index < model.network().losses().size()) {
            String node = model.network().losses().get(index).node();
            model.replace(Settings.removeLoss(model.network(), index), NLS.bind(Messages.removeLossLabel, node));
        }
    }

    private void finish() {
        if (body != null && !body.isDisposed()) {
            List.copyOf(forms).forEach(SlotForm::finish);
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
