package dev.headwater.editor.problems;

import dev.headwater.core.network.Severity;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/**
 * The squiggles under what is wrong in a text while it is typed. The markers of the saved file are not drawn in the
 * text: between two saves they would say what is no longer so.
 */
public final class TextProblems implements IDocumentListener, ITextInputListener {
    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error"; //$NON-NLS-1$
    private static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning"; //$NON-NLS-1$
    private static final int PAUSE = 250;

    private final ISourceViewer viewer;
    private final Supplier<IFile> source;
    private final Display display;
    private final Runnable pause = this::check;
    private Annotation[] shown = {};
    /** Where they are shown: the viewer lets go of it before its widget is gone. */
    private IAnnotationModel model;
    private IDocument document;
    private int changes;
    private int checked;

    private TextProblems(ISourceViewer viewer, Supplier<IFile> source) {
        this.viewer = viewer;
        this.source = source;
        display = viewer.getTextWidget().getDisplay();
    }

    /**
     * Underlines what is wrong in a viewer's text from now on, until its widget is disposed.
     *
     * @param source gives the file that the text comes from; {@code null} if from nowhere in the workspace
     */
    public static TextProblems attach(ISourceViewer viewer, Supplier<IFile> source) {
        TextProblems problems = new TextProblems(viewer, source);
        viewer.addTextInputListener(problems);
        viewer.getTextWidget().addListener(SWT.Dispose, event -> problems.follow(null));
        problems.follow(viewer.getDocument());
        return problems;
    }

    /** Whether what is underlined is what is wrong with the text now. */
    public boolean isSettled() {
        return checked == changes;
    }

    private void follow(IDocument next) {
        if (document != null) {
            document.removeDocumentListener(this);
            document = null;
            show(Map.of());
        }
        document = next;
        if (document != null) {
            document.addDocumentListener(this);
            changes++;
            display.timerExec(0, pause);
        }
    }

    private void check() {
        if (document == null || viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
            return;
        }
        int number = changes;
        String text = document.get();
        IFile file = source.get();
        Job job = Job.createSystem(Messages.checking, monitor -> {
            List<Mark> marks = marks(file, text);
            if (!display.isDisposed()) {
                display.asyncExec(() -> accept(number, marks));
            }
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private static List<Mark> marks(IFile file, String text) {
        Check check = Check.of(file == null ? "" : file.getName(), text.getBytes(StandardCharsets.UTF_8), //$NON-NLS-1$
                file == null ? DataFiles.NONE : Validation.files(file));
        return Mark.of(check.problems(), text);
    }

    private void accept(int number, List<Mark> marks) {
        if (number != changes || document == null || viewer.getTextWidget() == null
                || viewer.getTextWidget().isDisposed()) {
            return;
        }
        Map<Annotation, Position> annotations = new HashMap<>();
        for (Mark mark : marks) {
            int start = Math.max(0, mark.start());
            int length = Math.max(0, Math.min(mark.end(), document.getLength()) - start);
            annotations.put(new Annotation(mark.severity() == Severity.ERROR ? ERROR : WARNING, false, mark.message()),
                    new Position(start, length));
        }
        show(annotations);
        checked = number;
    }

    private void show(Map<Annotation, Position> annotations) {
        IAnnotationModel now = document == null ? null : viewer.getAnnotationModel();
        if (model != null && model != now) {
            replace(model, Map.of());
        }
        model = now;
        if (model != null) {
            replace(model, annotations);
        }
    }

    private void replace(IAnnotationModel in, Map<Annotation, Position> annotations) {
        if (in instanceof IAnnotationModelExtension extension) {
            extension.replaceAnnotations(shown, annotations);
        }
        shown = annotations.keySet().toArray(Annotation[]::new);
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // the platform moves what is underlined along with the text
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        changes++;
        display.timerExec(PAUSE, pause);
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument before, IDocument after) {
        follow(null);
    }

    @Override
    public void inputDocumentChanged(IDocument before, IDocument after) {
        follow(after);
    }
}
