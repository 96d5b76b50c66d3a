package dev.headwater.ui.launch;

import dev.headwater.launching.LaunchedNetwork;
import dev.headwater.launching.OverrideCheck;
import dev.headwater.launching.RunPlace;
import dev.headwater.launching.TrainingSettings;
import dev.headwater.launching.process.Memory;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** The first tab: which network, settings for these runs, and where the runs are put. */
public final class MainTab extends AbstractLaunchConfigurationTab {
    private static final String HELP = "dev.headwater.ui.launchMain";
    private static final int COLUMNS = 3;
    private static final int LINES = 6;

    private final TabImage image = new TabImage("icons/train.png");
    private Text network;
    private Text overrides;
    private Text runFolder;
    private boolean filling;
    private String checkedFile = "";
    private long checkedStamp;
    private OverrideCheck check = OverrideCheck.NONE;

    @Override
    public void createControl(Composite parent) {
        Composite tab = new Composite(parent, SWT.NONE);
        setControl(tab);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(tab, HELP);
        setHelpContextId(HELP);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(tab);

        label(tab, Messages.MainTab_network, 1);
        network = text(tab, SWT.BORDER | SWT.SINGLE);
        browse(tab, () -> Choosing.network(getShell(), file()).ifPresent(network::setText));

        label(tab, Messages.MainTab_overrides, COLUMNS);
        overrides = text(tab, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        overrides.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridDataFactory.fillDefaults().grab(true, true).span(COLUMNS, 1)
                .hint(SWT.DEFAULT, LINES * overrides.getLineHeight()).applyTo(overrides);
        label(tab, Messages.MainTab_example, COLUMNS);

        label(tab, Messages.MainTab_runFolder, 1);
        runFolder = text(tab, SWT.BORDER | SWT.SINGLE);
        browse(tab, () -> Choosing.folder(getShell(), runFolder.getText()).ifPresent(runFolder::setText));
    }

    private static void label(Composite parent, String text, int columns) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(label);
    }

    private Text text(Composite parent, int style) {
        Text text = new Text(parent, style);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addModifyListener(event -> changed());
        return text;
    }

    private void browse(Composite parent, Runnable action) {
        Button button = createPushButton(parent, Messages.Tabs_browse, null);
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void changed() {
        if (!filling) {
            updateLaunchConfigurationDialog();
        }
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy copy) {
        IFile file = Choosing.selectedNetwork();
        TrainingSettings.of(file == null ? "" : file.getFullPath().toPortableString()).writeMain(copy);
        if (file != null) {
            copy.setMappedResources(new IResource[] {file});
            copy.rename(getLaunchConfigurationDialog().generateName(file.getFullPath().removeFileExtension()
                    .lastSegment()));
        }
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        filling = true;
        try {
            TrainingSettings settings = TrainingSettings.of(configuration);
            network.setText(settings.network());
            overrides.setText(String.join(Text.DELIMITER, settings.overrides()));
            runFolder.setText(settings.runFolder());
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
        } finally {
            filling = false;
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy copy) {
        new TrainingSettings(network.getText().strip(), overrides(), runFolder.getText().strip(), "", Memory.DEFAULT)
                .writeMain(copy);
        IFile file = file();
        copy.setMappedResources(file == null ? null : new IResource[] {file});
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        setMessage(null);
        IFile file = file();
        setErrorMessage(problem(file));
        runFolder.setMessage(file == null ? "" : NLS.bind(Messages.MainTab_defaultFolder, file.getProject().getName(),
                RunPlace.DEFAULT));
        if (network.getText().isBlank()) {
            setMessage(Messages.MainTab_choose);
            return false;
        }
        return getErrorMessage() == null;
    }

    /** The first thing that is wrong, from top to bottom; {@code null} if nothing is. */
    private String problem(IFile file) {
        if (network.getText().isBlank()) {
            return null; // a prompt says what to do
        }
        if (file == null || !file.exists()) {
            return NLS.bind(Messages.MainTab_noFile, network.getText().strip());
        }
        String wrong = check(file).problem(overrides());
        if (wrong != null) {
            return Character.toUpperCase(wrong.charAt(0)) + wrong.substring(1);
        }
        try {
            RunPlace.of(runFolder.getText(), file);
            return null;
        } catch (CoreException e) {
            return e.getStatus().getMessage();
        }
    }

    /** Reads the network again only when another was chosen or it has changed. */
    private OverrideCheck check(IFile file) {
        String path = file.getFullPath().toString();
        if (!path.equals(checkedFile) || checkedStamp != file.getModificationStamp()) {
            checkedFile = path;
            checkedStamp = file.getModificationStamp();
            check = file.getLocation() == null ? OverrideCheck.NONE : OverrideCheck.of(file.getLocation().toPath());
        }
        return check;
    }

    private IFile file() {
        return LaunchedNetwork.file(network.getText().strip());
    }

    private List<String> overrides() {
        return Stream.of(overrides.getText().split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Override
    public String getName() {
        return Messages.MainTab_name;
    }

    @Override
    public Image getImage() {
        return image.get();
    }

    @Override
    public String getId() {
        return "dev.headwater.ui.launch.main";
    }

    @Override
    public void dispose() {
        image.dispose();
        super.dispose();
    }
}
