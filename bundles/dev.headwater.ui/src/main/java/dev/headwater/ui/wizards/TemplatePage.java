package dev.headwater.ui.wizards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;

/** The page that asks which network to begin with, and shows what each looks like. */
final class TemplatePage extends WizardPage {
    private static final int LIST_WIDTH = 180;
    private static final int TEXT_WIDTH = 300;
    private static final int TEXT_HEIGHT = 90;

    private NetworkTemplate chosen = NetworkTemplate.EMPTY;
    private TableViewer list;
    private Label about;
    private Label picture;

    TemplatePage() {
        super("template");
        setTitle(Messages.TemplatePage_title);
        setDescription(Messages.TemplatePage_prompt);
    }

    NetworkTemplate chosen() {
        return chosen;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(12, 6).applyTo(page);
        Label label = new Label(page, SWT.NONE);
        label.setText(Messages.TemplatePage_templates);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        ResourceManager images = new LocalResourceManager(JFaceResources.getResources(), page);
        list(page, images);
        details(page);
        show(images);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "dev.headwater.ui.newNetwork");
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            list.getControl().setFocus();
        }
    }

    private void list(Composite page, ResourceManager images) {
        list = new TableViewer(page, SWT.SINGLE | SWT.BORDER);
        GridDataFactory.fillDefaults().hint(LIST_WIDTH, SWT.DEFAULT).grab(false, true).applyTo(list.getControl());
        list.setContentProvider(ArrayContentProvider.getInstance());
        Image icon = Resources.image("icons/network.png").map(images::get).orElse(null);
        list.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((NetworkTemplate) element).label();
            }

            @Override
            public Image getImage(Object element) {
                return icon;
            }
        });
        list.setInput(NetworkTemplate.values());
        list.setSelection(new StructuredSelection(chosen));
        list.addSelectionChangedListener(event -> {
            Object first = event.getStructuredSelection().getFirstElement();
            setPageComplete(first != null);
            if (first instanceof NetworkTemplate template) {
                chosen = template;
                show(images);
            }
        });
        list.addDoubleClickListener(event -> {
            if (getWizard().performFinish()) {
                getShell().close();
            }
        });
    }

    private void details(Composite page) {
        Composite details = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(details);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(details);
        picture = new Label(details, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(picture);
        about = new Label(details, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, TEXT_HEIGHT).applyTo(about);
    }

    private void show(ResourceManager images) {
        about.setText(chosen.about());
        picture.setImage(Resources.image(chosen.picture()).map(images::get).orElse(null));
        picture.requestLayout();
    }
}
