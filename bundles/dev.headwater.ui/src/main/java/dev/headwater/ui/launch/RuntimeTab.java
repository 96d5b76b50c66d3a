package dev.headwater.ui.launch;

import dev.headwater.launching.LaunchingPreferences;
import dev.headwater.launching.TrainingSettings;
import dev.headwater.launching.process.Memory;
import dev.headwater.launching.runtime.JavaRuntime;
import dev.headwater.launching.runtime.JavaRuntimes;
import dev.headwater.launching.runtime.NoJavaRuntime;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PlatformUI;

/** The second tab: which Java trains, and how much memory it may use. */
public final class RuntimeTab extends AbstractLaunchConfigurationTab {
    private static final String HELP = "dev.headwater.ui.launchRuntime";
    private static final int COLUMNS = 3;
    /** Below the text of a radio button. */
    private static final int INDENT = 24;

    private final TabImage image = new TabImage("icons/runtime.png");
    private Button find;
    private Button choose;
    private Combo home;
    private Button browse;
    private Label version;
    private Spinner heap;
    private Spinner offHeap;
    private boolean filling;

    @Override
    public void createControl(Composite parent) {
        Composite tab = new Composite(parent, SWT.NONE);
        setControl(tab);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(tab, HELP);
        setHelpContextId(HELP);
        GridLayoutFactory.swtDefaults().applyTo(tab);
        createRuntime(group(tab, Messages.RuntimeTab_java));
        createMemory(group(tab, Messages.RuntimeTab_memory));
        lookForRuntimes();
    }

    private static Group group(Composite parent, String title) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    private void createRuntime(Group group) {
        find = createRadioButton(group, Messages.RuntimeTab_looking);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(find);
        choose = createRadioButton(group, Messages.RuntimeTab_choose);
        home = new Combo(group, SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(home);
        browse = createPushButton(group, Messages.Tabs_browse, null);
        version = new Label(group, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).indent(INDENT, 0).applyTo(version);

        find.addListener(SWT.Selection, event -> changed());
        choose.addListener(SWT.Selection, event -> changed());
        home.addListener(SWT.Modify, event -> changed());
        browse.addListener(SWT.Selection, event -> Choosing.folder(getShell(), home.getText()).ifPresent(
                home::setText));
    }

    private void createMemory(Group group) {
        heap = memory(group, Messages.RuntimeTab_heap, Messages.RuntimeTab_heapHint, LaunchingPreferences.heap());
        offHeap = memory(group, Messages.RuntimeTab_offHeap, Messages.RuntimeTab_offHeapHint, LaunchingPreferences
                .offHeap());
    }

    private Spinner memory(Group group, String name, String hint, int byDefault) {
        new Label(group, SWT.NONE).setText(name);
        Spinner spinner = new Spinner(group, SWT.BORDER);
        spinner.setValues(byDefault, Memory.LEAST, Memory.MOST, 0, 256, 1024);
        spinner.addListener(SWT.Modify, event -> changed());
        Label label = new Label(group, SWT.NONE);
        label.setText(NLS.bind(hint, Integer.toString(byDefault)));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
        return spinner;
    }

    /** Reads folders, and those of a home may be slow: not on the UI thread. */
    private void lookForRuntimes() {
        Display display = getControl().getDisplay();
        Job.createSystem(Messages.RuntimeTab_looking, (ICoreRunnable) monitor -> {
            List<JavaRuntime> found = JavaRuntimes.found();
            display.asyncExec(() -> {
                if (!getControl().isDisposed()) {
                    show(found);
                }
            });
        }).schedule();
    }

    private void show(List<JavaRuntime> found) {
        filling = true;
        find.setText(found.isEmpty() ? NLS.bind(Messages.RuntimeTab_noneFound, Integer.toString(JavaRuntime.LEAST))
                : NLS.bind(Messages.RuntimeTab_found, found.getFirst().version(), found.getFirst().home()));
        String text = home.getText();
        home.setItems(found.stream().map(runtime -> runtime.home().toString()).toArray(String[]::new));
        home.setText(text);
        filling = false;
        find.getParent().layout();
    }

    private void changed() {
        if (!filling) {
            enable();
            updateLaunchConfigurationDialog();
        }
    }

    private void enable() {
        home.setEnabled(choose.getSelection());
        browse.setEnabled(choose.getSelection());
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy copy) {
        TrainingSettings.of("").writeRuntime(copy);
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        filling = true;
        try {
            TrainingSettings settings = TrainingSettings.of(configuration);
            find.setSelection(settings.jre().isEmpty());
            choose.setSelection(!settings.jre().isEmpty());
            home.setText(settings.jre());
            heap.setSelection(settings.memory().heap());
            offHeap.setSelection(settings.memory().offHeap());
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
        } finally {
            filling = false;
        }
        enable();
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy copy) {
        new TrainingSettings("", List.of(), "", choose.getSelection() ? home.getText().strip() : "",
                new Memory(heap.getSelection(), offHeap.getSelection())).writeRuntime(copy);
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        setErrorMessage(null);
        setMessage(null);
        version.setText("");
        if (!choose.getSelection()) {
            return true;
        }
        if (home.getText().isBlank()) {
            setMessage(NLS.bind(Messages.RuntimeTab_prompt, Integer.toString(JavaRuntime.LEAST)));
            return false;
        }
        try {
            version.setText(NLS.bind(Messages.RuntimeTab_version, JavaRuntimes.choose(home.getText()).version()));
            return true;
        } catch (NoJavaRuntime e) {
            setErrorMessage(e.getMessage());
            return false;
        }
    }

    @Override
    public String getName() {
        return Messages.RuntimeTab_name;
    }

    @Override
    public Image getImage() {
        return image.get();
    }

    @Override
    public String getId() {
        return "dev.headwater.ui.launch.runtime";
    }

    @Override
    public void dispose() {
        image.dispose();
        super.dispose();
    }
}
