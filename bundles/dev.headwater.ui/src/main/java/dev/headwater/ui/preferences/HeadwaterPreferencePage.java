package dev.headwater.ui.preferences;

import dev.headwater.launching.LaunchingPreferences;
import dev.headwater.ui.perspective.PerspectiveOffer;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The preference page "Headwater": what new launch configurations get, and what opens by itself. */
public final class HeadwaterPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int LEAST_MIB = 64;
    private static final int MOST_MIB = 1 << 20;
    private static final int WIDTH = 400;

    private final ScopedPreferenceStore ui = new ScopedPreferenceStore(InstanceScope.INSTANCE, PerspectiveOffer.NODE);
    private FieldEditor perspective;

    /** The page; the workbench makes it. */
    public HeadwaterPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, LaunchingPreferences.NODE));
        setDescription(Messages.HeadwaterPreferencePage_about);
        ui.setDefault(PerspectiveOffer.KEY, MessageDialogWithToggle.PROMPT);
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing depends on the workbench.
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), "dev.headwater.ui.preferences");
    }

    @Override
    protected void createFieldEditors() {
        memory(LaunchingPreferences.HEAP, Messages.HeadwaterPreferencePage_heap);
        memory(LaunchingPreferences.OFF_HEAP, Messages.HeadwaterPreferencePage_offHeap);
        note(Messages.HeadwaterPreferencePage_memoryNote);
        addField(new BooleanFieldEditor(LaunchingPreferences.OPEN_INSPECTOR,
                Messages.HeadwaterPreferencePage_openInspector, getFieldEditorParent()));
        addField(new BooleanFieldEditor(LaunchingPreferences.FOLLOW_NEWEST,
                Messages.HeadwaterPreferencePage_followNewest, getFieldEditorParent()));
        addField(new BooleanFieldEditor(LaunchingPreferences.IGNORE_CORETYPE,
                Messages.HeadwaterPreferencePage_ignoreCoretype, getFieldEditorParent()));
        perspective = new ComboFieldEditor(PerspectiveOffer.KEY, Messages.HeadwaterPreferencePage_perspective,
                new String[][] {{Messages.HeadwaterPreferencePage_always, MessageDialogWithToggle.ALWAYS},
                        {Messages.HeadwaterPreferencePage_never, MessageDialogWithToggle.NEVER},
                        {Messages.HeadwaterPreferencePage_prompt, MessageDialogWithToggle.PROMPT}},
                getFieldEditorParent());
        addField(perspective);
    }

    /** The page gives all fields its own store first; this one lies in another. */
    @Override
    protected void initialize() {
        super.initialize();
        perspective.setPreferenceStore(ui);
        perspective.load();
    }

    @Override
    public boolean performOk() {
        boolean stored = super.performOk();
        PerspectiveOffer.save(ui);
        return stored;
    }

    private void memory(String key, String label) {
        IntegerFieldEditor field = new IntegerFieldEditor(key, label, getFieldEditorParent());
        field.setValidRange(LEAST_MIB, MOST_MIB);
        addField(field);
    }

    private void note(String text) {
        Label note = new Label(getFieldEditorParent(), SWT.WRAP);
        note.setText(text);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(note);
    }
}
