package dev.headwater.editor.diagram;

import dev.headwater.core.network.Problem;
import dev.headwater.editor.figures.Paint;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** What stands in the diagram's place while the text is no network: why, where, and the way there. */
final class BrokenPage extends Composite {
    private final Label title;
    private final Label reason;
    private final Link link;
    private Problem problem;

    BrokenPage(Composite parent, Consumer<Problem> show) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 16).spacing(10, 8).applyTo(this);
        Label icon = new Label(this, SWT.NONE);
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
        title = new Label(this, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        title.setText(Messages.Broken_title);
        GridDataFactory.swtDefaults().span(1, 3).align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        reason = new Label(this, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(reason);
        link = new Link(this, SWT.NONE);
        link.addListener(SWT.Selection, event -> show.accept(problem));
        setBackgroundMode(SWT.INHERIT_FORCE);
        for (Control part : new Control[] {this, icon, title, reason, link}) {
            part.setData(DiagramPage.NO_CSS, Boolean.TRUE);
        }
        paint();
    }

    /** Takes the colors of the theme, those of the diagram that it stands for. */
    void paint() {
        setBackground(Paint.CANVAS.color());
        title.setForeground(Paint.TEXT.color());
        reason.setForeground(Paint.TEXT.color());
        link.setForeground(Paint.TEXT.color());
    }

    void show(Problem shown) {
        if (shown.equals(problem)) {
            return;
        }
        problem = shown;
        reason.setText(shown.line() > 0 ? NLS.bind(Messages.Broken_reason, shown.line(), shown.message())
                : shown.message());
        link.setText(shown.line() > 0 ? NLS.bind(Messages.Broken_link_line, shown.line()) : Messages.Broken_link);
        layout(true, true);
    }
}
