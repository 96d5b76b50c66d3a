package dev.headwater.ui.inspector;

import dev.headwater.launching.runs.RunSnapshot;
import dev.headwater.launching.runs.RunStatus;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;

/** The widgets of the inspector: a sentence while there is nothing to see, else header, strip, table and profile. */
final class InspectorPage {
    private final Composite parent;
    private final StackLayout stack = new StackLayout();
    private final Composite empty;
    private final Label message;
    private final Composite content;
    private final CLabel header;
    private final Label reason;
    private final SashForm rows;
    private final SashForm below;
    private final HeatStrip strip;
    private final LayerTable table;
    private final GradientProfile profile;
    // Strip, table and profile are brought up to date in turns of their own, none of which keeps the user waiting.
    private final LatestOnUi<RunSnapshot> numbers;
    private final LatestOnUi<RunSnapshot> curve;
    private String layer;

    InspectorPage(Composite parent, InspectorMemory memory, Consumer<HeatWindow> resized, StripTarget target) {
        this.parent = parent;
        parent.setLayout(stack);
        empty = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(20, 20).applyTo(empty);
        message = new Label(empty, SWT.WRAP | SWT.CENTER);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT)
                .applyTo(message);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        header = new CLabel(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        reason = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).hint(200, SWT.DEFAULT).exclude(true)
                .applyTo(reason);
        reason.setVisible(false);
        rows = new SashForm(content, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        strip = new HeatStrip(rows, resized, target);
        below = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
        table = new LayerTable(below, layer -> target.select(layer, -1));
        profile = new GradientProfile(below);
        numbers = new LatestOnUi<>(content, snapshot -> table.show(snapshot.step()));
        curve = new LatestOnUi<>(content, snapshot -> profile.show(snapshot.step(), snapshot.map(), layer));
        memory.weights("rows", rows, 55, 45);
        memory.weights("below", below, 62, 38);
        memory.sort(table);
        say(Messages.empty_looking);
    }

    /** Shows a sentence instead of a run. */
    void say(String sentence) {
        if (!sentence.equals(message.getText())) {
            message.setText(sentence);
            empty.layout(true);
        }
        strip.control().setToolTipText(null);
        bring(empty);
    }

    /** Shows a run, or what there is to say instead. */
    void show(Shown shown, String nowLayer, long step) {
        RunSnapshot snapshot = shown.snapshot();
        boolean drawn = snapshot.status() != RunStatus.UNREADABLE && shown.picture() != null;
        if (!drawn) {
            shown.drop();
        }
        String name = snapshot.folder().getFileName().toString();
        if (snapshot.status() == RunStatus.UNREADABLE) {
            say(snapshot.reason());
        } else if (!snapshot.hasSteps()) {
            String nothing = snapshot.status() == RunStatus.RUNNING ? Messages.empty_waiting
                    : NLS.bind(Messages.empty_noSteps, name);
            say(snapshot.reason() == null ? nothing : nothing + "\n" + snapshot.reason());
        } else {
            head(snapshot);
            bring(content);
            if (drawn) {
                strip.show(shown.picture(), shown.image());
            }
            numbers.offer(snapshot);
            select(snapshot, nowLayer, step);
        }
    }

    /** Marks the selected layer and step everywhere. */
    void select(RunSnapshot snapshot, String nowLayer, long step) {
        layer = nowLayer;
        strip.select(layer, step);
        table.select(layer);
        if (snapshot != null && snapshot.hasSteps()) {
            curve.offer(snapshot);
        }
    }

    /** Whether table and profile wait for their turn. */
    boolean pending() {
        return numbers.pending() || curve.pending();
    }

    private void head(RunSnapshot snapshot) {
        String text = RunTexts.header(snapshot);
        if (!text.equals(header.getText())) {
            header.setText(text);
        }
        String folder = snapshot.folder().toString();
        if (!folder.equals(header.getToolTipText())) {
            header.setToolTipText(folder);
        }
        String why = snapshot.reason() == null ? "" : snapshot.reason();
        if (!why.equals(reason.getText())) {
            reason.setText(why);
            reason.setVisible(!why.isEmpty());
            ((GridData) reason.getLayoutData()).exclude = why.isEmpty();
            content.layout(true);
        }
    }

    private void bring(Composite page) {
        if (stack.topControl != page) {
            stack.topControl = page;
            parent.layout(true);
        }
    }

    void setFocus() {
        if (stack.topControl == content) {
            strip.control().setFocus();
        } else {
            parent.setFocus();
        }
    }

    void save(IMemento memento) {
        InspectorMemory.saveWeights(memento, "rows", rows);
        InspectorMemory.saveWeights(memento, "below", below);
    }

    /** The sentence that stands instead of a run, or {@code null} while one is shown. */
    String message() {
        return stack.topControl == empty ? message.getText() : null;
    }

    String header() {
        return header.getText();
    }

    HeatStrip strip() {
        return strip;
    }

    LayerTable table() {
        return table;
    }

    GradientProfile profile() {
        return profile;
    }
}
